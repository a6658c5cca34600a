/** What the practice model says of a call: as little as it can know from the facts it was told. */
export function practiceSummary(instructions: string) {
  const booked = /תורים שנקבעו בשיחה: (\d{4}-\d{2}-\d{2} \d{2}:\d{2})/u.exec(instructions)?.[1] ?? null;
  return booked === null
    ? { summary: 'המתקשר התקשר ולא נקבע תור.', outcome: 'other', followUp: null, appointment: null }
    : { summary: 'המתקשר ביקש תור ונקבע לו תור.', outcome: 'booked', followUp: null, appointment: booked };
}

/** What the practice model says of a call: as little as it can know from the facts it was told. */
export function practiceSummary(instructions: string) {
  const [, date = null, time = null] =
    /תורים שנקבעו בשיחה: (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/u.exec(instructions) ?? [];
  const said =
    date === null
      ? { action: 'none', summary: 'המתקשר התקשר ולא נקבע תור.', outcome: 'other' }
      : { action: 'confirm', summary: 'המתקשר ביקש תור ונקבע לו תור.', outcome: 'booked' };
  return { ...said, date, time, name: null, followUp: null };
}

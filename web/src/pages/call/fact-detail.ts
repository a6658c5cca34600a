const isSlot = (value: unknown): value is { date: string; time: string } =>
  typeof value === 'object' && value !== null && 'date' in value && 'time' in value;

const textsOf = (fact: Record<string, unknown>, names: readonly string[]): string[] =>
  names.flatMap((name) => (typeof fact[name] === 'string' && fact[name] !== '' ? [fact[name]] : []));

/** What is worth reading of a fact besides its name: words, keys, dates, reasons. */
export function factDetail(fact: Record<string, unknown>): string {
  const slot = fact['slot'];
  const parts = [
    ...textsOf(fact, ['text', 'key', 'action', 'name', 'date', 'time', 'status', 'reason']),
    ...(isSlot(slot) ? [`${slot.date} ${slot.time}`] : []),
  ];
  return parts.join(' · ');
}

const isSlot = (value: unknown): value is { date: string; time: string } =>
  typeof value === 'object' && value !== null && 'date' in value && 'time' in value;

const isNotice = (value: unknown): value is Record<string, unknown> & { kind: string } =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** How a notice that the server gave the model is shown; its words to the model are the server's own. */
export function noticeText(notice: unknown): string | null {
  if (!isNotice(notice)) return null;
  const { kind, slot, reason, alternatives } = notice;
  const parts = [
    ...(isSlot(slot) ? [`${slot.date} ${slot.time}`] : []),
    ...(typeof reason === 'string' ? [`reason: ${reason}`] : []),
    ...(Array.isArray(alternatives) && alternatives.length > 0 ? [`alternatives: ${alternatives.join(', ')}`] : []),
  ];
  return `[SERVER] ${kind}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`;
}

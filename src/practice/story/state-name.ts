function isRegion(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function region(state: Record<string, unknown>, name: string): unknown {
  return state[name];
}

function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isRegion(value)) return '';
  return Object.entries(value)
    .map(([name, inner]) => [name, pathOf(inner)].filter((part) => part !== '').join('.'))
    .join(' ');
}

/** The machine's state in a few words: who has the floor, and where the booking stands. */
export function stateName(state: unknown): string {
  const inCall = isRegion(state) ? region(state, 'inCall') : undefined;
  if (!isRegion(inCall)) return pathOf(state);
  const gate = pathOf(region(inCall, 'silenceGate'));
  const floor = pathOf(region(inCall, 'floor'));
  const turn = floor === 'listening' && gate !== '' && gate !== 'closed' ? gate : floor;
  return [turn, pathOf(region(inCall, 'booking'))].filter((part) => part !== '').join(' / ');
}

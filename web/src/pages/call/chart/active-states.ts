/** All states that are active in a state value of the machine, by path. */
export function activeStates(value: unknown, path = ''): Set<string> {
  const active = new Set<string>();
  if (typeof value === 'string') active.add(under(path, value));
  if (typeof value !== 'object' || value === null) return active;
  for (const [name, inner] of Object.entries(value)) {
    active.add(under(path, name));
    for (const state of activeStates(inner, under(path, name))) active.add(state);
  }
  return active;
}

const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The innermost active state below a region, or null where the region is not active. */
export function innermost(active: ReadonlySet<string>, region: string): string | null {
  const below = [...active].filter((id) => id.startsWith(`${region}.`));
  return below.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** The fields of a patch that were given; undefined ones are left out. */
export function given<T extends object>(patch: T): { [field in keyof T]?: Exclude<T[field], undefined> } {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [field in keyof T]?: Exclude<T[field], undefined> };
}

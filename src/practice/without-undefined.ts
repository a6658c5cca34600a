/** The same fields without those that are undefined, for targets where an absent field and an undefined one differ. */
export type WithoutUndefined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

export function withoutUndefined<T extends object>(fields: T): WithoutUndefined<T> {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined) as WithoutUndefined<T>;
}

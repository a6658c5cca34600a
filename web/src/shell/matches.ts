const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s\-().]/g, '');

/** Israeli numbers are written 05… and kept as +9725…. */
const local = (text: string): string => plain(text).replace(/^\+972/, '0');

/** Whether what somebody looks for is in one of the texts, however numbers are written. */
export function matches(wanted: string, texts: readonly (string | null)[]): boolean {
  const words = local(wanted);
  return texts.some((text) => text !== null && local(text).includes(words));
}

/**
 * JSON that Postgres takes as `jsonb` whatever was said: NUL, and half of a letter that takes two places, have no place in its text and
 * become U+FFFD. All else is as `JSON.stringify` has it.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return suspicious.test(text) ? text.replace(escapes, (escape) => (escape === '\\\\' ? escape : '\\ufffd')) : text;
}

/* `JSON.stringify` writes both as lower-case escapes, and a lone surrogate only so. A backslash of the text itself is two. */
const suspicious = /\\u(?:0000|d[89a-f])/;
const escapes = /\\(?:\\|u(?:0000|d[89a-f][\da-f]{2}))/g;

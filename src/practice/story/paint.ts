const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;

export type Colour = keyof typeof CODES;
export type Paint = (colour: Colour, text: string) => string;

/** Colours for a terminal; plain text where there is none, or where NO_COLOR asks for it. */
export function paintFor(output: { isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): Paint {
  const isPlain = output.isTTY !== true || (env['NO_COLOR'] ?? '') !== '';
  return (colour, text) => (isPlain ? text : `\u001b[${CODES[colour]}m${text}\u001b[0m`);
}

/** What one check of the deployment found, and how to mend it: in English, and as a code with its values. */
export type Finding = { code: string; values: Readonly<Record<string, string | number>> } & (
  { kind: 'ok'; what: string } | { kind: 'fix'; what: string; how: string }
);

/** Runs the checks of `npm run doctor`. */
export type Doctor = () => Promise<readonly Finding[]>;

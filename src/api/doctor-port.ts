/** What one check of the deployment found, and how to mend it. */
export type Finding = { kind: 'ok'; what: string } | { kind: 'fix'; what: string; how: string };

/** Runs the checks of `npm run doctor`. */
export type Doctor = () => Promise<readonly Finding[]>;

import { checkEnvironment } from './checks/environment.ts';
import { examine } from './checks/examine.ts';
import type { Finding } from './checks/finding.ts';

/* `npm run doctor`: one line per check of a real deployment; exit code 1 where anything is to be fixed. */

const line = (finding: Finding): string =>
  finding.kind === 'ok' ? `ok   ${finding.what}` : `fix  ${finding.what}  → ${finding.how}`;

const { config, findings } = checkEnvironment(process.env);
if (config !== null) findings.push(...(await examine(config)));
for (const finding of findings) console.log(line(finding));

const toFix = findings.filter(({ kind }) => kind === 'fix').length;
const before = config === null ? 'before the service can start' : 'before real calls';
console.log(toFix === 0 ? '\nReady for real calls.' : `\n${toFix} to fix ${before}.`);
process.exitCode = toFix === 0 ? 0 : 1;

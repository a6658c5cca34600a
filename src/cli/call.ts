import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createFreePracticeBrain } from '../practice/brain/free-practice-brain.ts';
import type { PracticeModel } from '../practice/model/practice-model.ts';
import { startPracticeModel } from '../practice/model/practice-model.ts';
import { holds } from '../practice/runner/call-report.ts';
import type { CallReport } from '../practice/runner/call-report.ts';
import type { PlayCallOptions } from '../practice/runner/play-call.ts';
import { playCall } from '../practice/runner/play-call.ts';
import { readScriptFile } from '../practice/script/read-script.ts';
import { startServiceProcess } from '../practice/service-process.ts';
import { CallStory } from '../practice/story/call-story.ts';
import { paintFor } from '../practice/story/paint.ts';
import { reportLines, verdictLine } from '../practice/story/report-lines.ts';

const USAGE = `npm run call -- FILE.yaml [FILE.yaml …]     plays call scripts against a service it starts for itself
npm run call -- --all                       plays every script of src/practice/scripts

Against a service that runs already (with its own model: only what the caller hears is judged):
  --url URL --admin-token TOKEN [--twilio-token TOKEN]
  --model-port PORT   plays the model too, for a service started with OPENAI_BASE_URL=http://127.0.0.1:PORT/v1`;

const SCRIPTS = fileURLToPath(new URL('../practice/scripts/', import.meta.url));
const paint = paintFor(process.stdout, process.env);

interface Target {
  options: Omit<PlayCallOptions, 'onEvent'>;
  stop(): Promise<void>;
}

type Arguments = ReturnType<typeof readArguments>;

function readArguments(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      all: { type: 'boolean' },
      help: { type: 'boolean' },
      url: { type: 'string' },
      'admin-token': { type: 'string' },
      'twilio-token': { type: 'string' },
      'model-port': { type: 'string' },
    },
  });
}

function runningService({ values }: Arguments, serviceUrl: string, model: PracticeModel | null): Target {
  const adminToken = values['admin-token'] ?? '';
  const twilioAuthToken = values['twilio-token'];
  const signing = twilioAuthToken === undefined ? {} : { twilioAuthToken };
  return { options: { serviceUrl, adminToken, ...signing, model }, stop: async () => model?.close() };
}

async function ownService(model: PracticeModel): Promise<Target> {
  const service = await startServiceProcess(model.baseUrl);
  const { url: serviceUrl, adminToken, twilioAuthToken } = service;
  return {
    options: { serviceUrl, adminToken, twilioAuthToken, model },
    async stop() {
      await service.stop();
      await model.close();
    },
  };
}

async function openTarget(given: Arguments): Promise<Target> {
  const { url, 'model-port': port } = given.values;
  const brain = createFreePracticeBrain();
  if (url === undefined) return ownService(await startPracticeModel({ brain }));
  const model = port === undefined ? null : await startPracticeModel({ brain, port: Number(port) });
  return runningService(given, url.replace(/\/$/u, ''), model);
}

async function filesOf({ values, positionals }: Arguments): Promise<string[]> {
  if (values.all !== true) return positionals;
  const names = await readdir(SCRIPTS);
  return names.filter((name) => name.endsWith('.yaml')).map((name) => SCRIPTS + name);
}

async function playFile(file: string, target: Target): Promise<CallReport> {
  const script = await readScriptFile(file);
  console.log(`\n${paint('bold', script.title)}  ${paint('dim', script.about ?? '')}`);
  const story = new CallStory((line) => console.log(line), paint);
  const report = await playCall(script, { ...target.options, onEvent: (event) => story.tell(event) });
  for (const line of reportLines(report, paint)) console.log(line);
  return report;
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  const files = await filesOf(given);
  if (files.length === 0 || given.values.help === true) {
    console.log(USAGE);
    return given.values.help === true ? 0 : 1;
  }
  for (const file of files) await readScriptFile(file);
  const target = await openTarget(given);
  try {
    const reports: CallReport[] = [];
    for (const file of files) reports.push(await playFile(file, target));
    if (reports.length > 1) console.log('');
    if (reports.length > 1) for (const report of reports) console.log(verdictLine(report, paint));
    return reports.every(holds) ? 0 : 1;
  } finally {
    await target.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

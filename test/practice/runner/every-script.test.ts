import { readdirSync } from 'node:fs';
import { loadConfig } from '../../../src/config.ts';
import { startNode } from '../../../src/node/start-node.ts';
import type { RunningNode } from '../../../src/node/start-node.ts';
import { createFreePracticeBrain } from '../../../src/practice/brain/free-practice-brain.ts';
import { freePort } from '../../../src/practice/free-port.ts';
import { startPracticeModel } from '../../../src/practice/model/practice-model.ts';
import type { PracticeModel } from '../../../src/practice/model/practice-model.ts';
import { holds } from '../../../src/practice/runner/call-report.ts';
import type { CallReport } from '../../../src/practice/runner/call-report.ts';
import { playCall } from '../../../src/practice/runner/play-call.ts';
import { readScriptFile } from '../../../src/practice/script/read-script.ts';
import { rememberedLog } from '../../support/remembered-log.ts';

const FOLDER = 'src/practice/scripts/';
const NAMES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const AT_ONCE = 11;
/** Service, model and phones are one program here: when its timers were this late, the service's were too. */
const STARVED_MS = 150;
const MORE_TRIES = 2;
const adminToken = 'token-of-the-practice-room';
const twilioAuthToken = 'secret-of-the-practice-room';

const reports = new Map<string, CallReport>();
const house: { node?: RunningNode; model?: PracticeModel; serviceUrl?: string } = {};

async function openHouse(): Promise<void> {
  house.model = await startPracticeModel({ brain: createFreePracticeBrain() });
  const port = await freePort();
  const reading = loadConfig({
    PORT: String(port),
    DATA_DIR: 'memory://',
    OPENAI_API_KEY: 'practice',
    OPENAI_BASE_URL: house.model.baseUrl,
    TWILIO_AUTH_TOKEN: twilioAuthToken,
    ADMIN_TOKEN: adminToken,
  });
  if (reading.kind === 'invalid') throw new Error(reading.problems.join('\n'));
  house.serviceUrl = reading.config.publicUrl;
  house.node = await startNode(reading.config, rememberedLog().log);
}

async function play(name: string): Promise<void> {
  const { serviceUrl = '', model = null } = house;
  const script = await readScriptFile(FOLDER + name);
  reports.set(name, await playCall(script, { serviceUrl, adminToken, twilioAuthToken, model }));
}

async function playInTurn(waiting: string[]): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await play(name);
}

/** What was found on a machine with no time for the call is found again with nobody else on the line, or it was the machine. */
async function playStarvedAgain(): Promise<void> {
  for (let more = 0; more < MORE_TRIES; more += 1) {
    const again = [...reports].filter(([, report]) => !holds(report) && report.lagMs > STARVED_MS);
    await playInTurn(again.map(([name]) => name));
  }
}

beforeAll(async () => {
  await openHouse();
  const waiting = [...NAMES];
  await Promise.all(Array.from({ length: AT_ONCE }, () => playInTurn(waiting)));
  await playStarvedAgain();
}, 600_000);

afterAll(async () => {
  await house.node?.stop();
  await house.model?.close();
}, 60_000);

test.each(NAMES)('%s goes as it says, and no law is broken', (name) => {
  const checks = reports.get(name)?.checks ?? [];
  expect(
    checks.flatMap(({ law, name: what, faults }) => faults.map((fault) => `${law ?? ''} ${what}: ${fault}`)),
  ).toEqual([]);
  expect(checks.filter(({ law }) => law !== null)).toHaveLength(10);
});

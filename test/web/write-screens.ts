import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgresServer } from '../../src/cli/bench/postgres-server.ts';
import { callers } from './screens/callers.ts';
import { ringTheSalon } from './screens/ring-the-salon.ts';
import { openNeighbours, openSalon } from './screens/salon-of-dalia.ts';
import { giveItAPast } from './screens/salon-past.ts';
import { screensPage } from './screens/screens-page.ts';
import { shownPages } from './screens/shown-pages.ts';
import type { Sights } from './screens/shown-pages.ts';
import { showFirstStart, takeTour, tours } from './screens/tours.ts';
import { builtConsole } from './support/built-console.ts';
import { chromiumPath, startChromium } from './support/chromium.ts';
import { startService } from './support/service-with-console.ts';
import type { Service } from './support/service-with-console.ts';

/* `npm run screens`: a salon with a month behind it, then every page of the console in both languages, into docs/screens. `-- he en-dark` keeps to some tours. */

const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

async function aBusySalon(service: Service, databaseUrl: string): Promise<Sights> {
  const salon = await openSalon(service);
  await openNeighbours(service);
  const line = { serviceUrl: service.url, to: salon.phoneNumber };
  const rung = await Promise.all(
    callers.map(async (caller) => ({ ...caller, callSid: await ringTheSalon(caller, line) })),
  );
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await giveItAPast(database, salon.id, rung).finally(() => database.end());
  const finishedCall = rung[0]?.callSid ?? '';
  const { session } = (await service.ask('GET', `/calls/${finishedCall}`)) as { session: { leadId: string } };
  return { salonId: salon.id, finishedCall, leadId: session.leadId };
}

const executablePath = chromiumPath();
if (executablePath === null) process.exit(1);
builtConsole();
await mkdir(FOLDER, { recursive: true });
const postgres = await startPostgresServer();
const service = await startService({ DATABASE_URL: postgres.url, COST_PER_MINUTE: '0.35' });
const browser = await startChromium(executablePath);
const journey = { browser, service, file: (name: string) => `${FOLDER}${name}.webp` };
try {
  await showFirstStart(journey);
  const sights = await aBusySalon(service, postgres.url);
  const wanted = process.argv.slice(2);
  for (const tour of tours.filter(({ suffix }) => wanted.length === 0 || wanted.includes(suffix)))
    await takeTour(tour, journey, sights);
  const names = ['login', 'welcome', 'live', 'live-call', ...shownPages.map(({ name }) => name)];
  await writeFile(`${FOLDER}../screens.md`, screensPage(names, (await readdir(FOLDER)).sort()));
} finally {
  await browser.close();
  await service.stop();
  await postgres.stop();
}
process.exit(0);

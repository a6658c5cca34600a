import { randomBytes, randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../practice/free-port.ts';
import { ServiceClient } from '../../practice/runner/service-client.ts';
import type { Route } from './load-report.ts';
import { startArguments, startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const RELAY = fileURLToPath(new URL('./relay.ts', import.meta.url));
const SPARE_CALLS = 10;

/** A server that can be called. */
export interface Contestant {
  server: ServerProcess;
  route: Route;
}

export interface Circumstances {
  modelPort: number;
  calls: number;
}

/** The floor: two websockets, nothing read; the same node flags as the service. */
export async function startRelay({ modelPort }: Circumstances): Promise<Contestant> {
  const port = await freePort();
  const env = { PORT: String(port), MODEL_URL: `ws://127.0.0.1:${modelPort}/relayed` };
  const args = [...startArguments().slice(0, -1), RELAY];
  const server = await startServer({ args, env, readyUrl: `http://127.0.0.1:${port}/` });
  return { server, route: { kind: 'stream', url: `ws://127.0.0.1:${port}/` } };
}

/** The service as `npm start` runs it, with one business; its database is the embedded one unless DATABASE_URL is set. */
export async function startService({ modelPort, calls }: Circumstances): Promise<Contestant> {
  const port = await freePort();
  const serviceUrl = `http://127.0.0.1:${port}`;
  const adminToken = randomBytes(16).toString('hex');
  const authToken = randomBytes(16).toString('hex');
  const { DATABASE_URL } = process.env;
  const database = DATABASE_URL ? { DATABASE_URL } : { DATA_DIR: 'memory://' };
  const own = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: serviceUrl, LOG_LEVEL: 'warn' };
  const model = { OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: `http://127.0.0.1:${modelPort}/v1` };
  const keys = { ADMIN_TOKEN: adminToken, TWILIO_AUTH_TOKEN: authToken, MAX_CALLS: String(calls + SPARE_CALLS) };
  const env = { ...own, ...database, ...model, ...keys };
  const server = await startServer({ args: startArguments(), env, readyUrl: `${serviceUrl}/readyz` });
  try {
    const to = await openBusiness(new ServiceClient({ serviceUrl, adminToken }));
    return { server, route: { kind: 'webhook', url: `${serviceUrl}/twilio/voice`, authToken, to } };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openBusiness(client: ServiceClient): Promise<string> {
  const phoneNumber = `+9723${randomInt(1_000_000, 9_999_999)}`;
  await client.createBusiness({
    name: 'הסלון של המדידה',
    phoneNumber,
    timezone: 'Asia/Jerusalem',
    aiPrompt: { calls: 'את המזכירה של הסלון. עני בקצרה.' },
    settings: {},
  });
  return phoneNumber;
}

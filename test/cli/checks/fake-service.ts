import { loadConfig } from '../../../src/config.ts';
import type { Config } from '../../../src/config.ts';
import { listening } from '../../transport/listening.ts';
import type { Listening } from '../../transport/listening.ts';

const opened: Listening[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

/** A service that gives every request the same answer, until the test ends. */
export async function serviceAnswering(status: number, body: unknown): Promise<string> {
  const server = await listening((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  opened.push(server);
  return server.origin;
}

/** The configuration such an environment gives. */
export function configOf(env: Record<string, string>): Config {
  const reading = loadConfig(env);
  if (reading.kind === 'invalid') throw new Error(reading.problems.join('\n'));
  return reading.config;
}

import { checkClock } from '../../../src/cli/checks/clock.ts';
import { listening } from '../../transport/listening.ts';

describe('the clock', () => {
  test('is not compared where there is nothing to compare it with', async () => {
    const [clock, zone] = await checkClock(null, () => Date.UTC(2026, 10, 23));
    expect(clock).toMatchObject({
      kind: 'ok',
      what: 'clock: 2026-11-23T00:00:00.000Z (no outside clock to compare with)',
    });
    expect(zone?.kind).toBe('ok');
  });

  test('is to be fixed when it is a minute fast', async () => {
    const server = await listening((_request, response) => {
      response.setHeader('date', new Date(Date.UTC(2026, 10, 23)).toUTCString()).end();
    });
    const [clock] = await checkClock(server.origin, () => Date.UTC(2026, 10, 23, 0, 1));
    await server.close();
    expect(clock).toMatchObject({
      kind: 'fix',
      what: 'clock: 60 s fast',
      how: 'let this machine set its clock by NTP',
    });
  });
});

import { describeOnServer } from '../support/databases.ts';
import { killPoints } from './kill-points.ts';
import { killRound, roundOnNodes } from './kill-round.ts';
import { TwoNodes } from './two-nodes.ts';

const PATIENCE_MS = 300_000;

describeOnServer('a call whose node is killed', () => {
  const house = new TwoNodes(process.env['TEST_DATABASE_URL'] ?? '');
  beforeAll(() => house.open(), PATIENCE_MS);
  afterAll(() => house.close(), PATIENCE_MS);

  test.each(killPoints.map((point) => [point.name, point] as const))(
    '%s goes on at the other node: one row, one session, told once it is booked',
    async (_name, point) => {
      await house.replace();
      const { story, voiceMs, lateMs, greetings, reminders, ...result } = await killRound(house, point);
      expect({ ...result, story: result.rows === 1 && result.outcome === 'booked' ? [] : story }).toEqual({
        point: point.name,
        rows: 1,
        sessions: 1,
        epoch: 2,
        outcome: 'booked',
        confirmedAloud: 'told',
        overlaps: 0,
        story: [],
      });
      expect(voiceMs).toBeLessThan(6_000 + lateMs);
      expect([greetings <= 1, reminders <= 1]).toEqual([true, true]);
    },
    PATIENCE_MS,
  );
});

describeOnServer('a node that is told to stop', () => {
  const house = new TwoNodes(process.env['TEST_DATABASE_URL'] ?? '', { DRAIN_SECONDS: '0' });
  beforeAll(() => house.open(), PATIENCE_MS);
  afterAll(() => house.close(), PATIENCE_MS);

  test(
    'hands its call over: the stream is closed 1000, another node goes on, and it ends with code 0',
    async () => {
      const drained: { exit?: Promise<number | null>; readiness?: number } = {};
      const { result, caller } = await roundOnNodes(house, {
        name: 'drain after the hold',
        arrives: ({ caller }) => caller.until(() => caller.hasBeenTold('slot_available'), 120_000),
        async strikes() {
          const node = house.onTheLine();
          if (!node) return;
          house.drain(node);
          drained.exit = node.exited();
        },
      });
      expect(result).toMatchObject({ rows: 1, sessions: 1, epoch: 2, outcome: 'booked', confirmedAloud: 'told' });
      const ended = caller.phoneNews.find(({ kind }) => kind === 'stream.ended');
      expect(ended).toMatchObject({ code: 1000 });
      expect(await drained.exit).toBe(0);
      await house.replace();
    },
    PATIENCE_MS,
  );

  test(
    'finishes a booking that is being written before it lets the call go',
    async () => {
      const { result } = await roundOnNodes(house, {
        name: 'drain while the appointment is written',
        arrives: ({ tap }) => tap.set({ statement: "SET status = 'confirmed'", stops: 'forAWhile' }),
        async strikes() {
          const node = house.onTheLine();
          if (node) house.drain(node);
        },
      });
      expect(result).toMatchObject({ rows: 1, sessions: 1, epoch: 2, outcome: 'booked', confirmedAloud: 'told' });
      expect(result.story.filter((line) => line.includes('appointment_failed'))).toEqual([]);
      await house.replace();
    },
    PATIENCE_MS,
  );
});

describeOnServer('a node that is told twice to stop', () => {
  const house = new TwoNodes(process.env['TEST_DATABASE_URL'] ?? '', { DRAIN_SECONDS: '300' });
  beforeAll(() => house.open(), PATIENCE_MS);
  afterAll(() => house.close(), PATIENCE_MS);

  test(
    'ends at once with code 1 and its leases given back; the call goes on elsewhere',
    async () => {
      const seen: { code?: number | null; ready?: number; owner?: string | null } = {};
      const { result } = await roundOnNodes(house, {
        name: 'second SIGTERM after the hold',
        arrives: ({ caller }) => caller.until(() => caller.hasBeenTold('slot_available'), 120_000),
        async strikes({ caller }) {
          const node = house.onTheLine();
          if (!node) return;
          house.drain(node);
          while (seen.ready !== 503)
            seen.ready = await fetch(`http://127.0.0.1:${node.port}/readyz`).then(({ status }) => status);
          node.signal('SIGTERM');
          seen.code = await node.exited();
          const { rows } = await house.database.query<{ owner_node: string | null; epoch: number }>(
            'SELECT owner_node, epoch FROM call_session WHERE call_sid = $1',
            [caller.phone.callSid],
          );
          seen.owner = rows[0]?.epoch === 1 ? rows[0].owner_node : null;
        },
      });
      expect(seen).toEqual({ code: 1, ready: 503, owner: null });
      expect(result).toMatchObject({ rows: 1, sessions: 1, epoch: 2, outcome: 'booked' });
    },
    PATIENCE_MS,
  );
});

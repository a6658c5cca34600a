import { openSimulatedHouse } from './simulation/simulated-house.ts';
import type { SimulatedHouse } from './simulation/simulated-house.ts';
import { simulate } from './simulation/simulate.ts';
import { storyOf, told } from './simulation/story.ts';

/** Every commit plays a few; `npm run simulate` plays a thousand. */
const SEEDS = 100;
const BATCH = 25;
const FIRST_SEED = 1;

const open: { house?: SimulatedHouse } = {};
const figures = { events: 0, bookings: 0, faults: 0 };
beforeAll(async () => void (open.house = await openSimulatedHouse()), 120_000);
afterAll(async () => {
  await open.house?.close();
  const { events, bookings, faults } = figures;
  expect(bookings).toBeGreaterThan(SEEDS / 10);
  process.stdout.write(`\n${SEEDS} simulated calls: ${events} events, ${bookings} bookings, ${faults} faults\n`);
});

const batches = Array.from({ length: SEEDS / BATCH }, (_, index) => FIRST_SEED + index * BATCH);

test.each(batches)(
  'no simulated call from seed %i on breaks a law',
  async (first) => {
    if (!open.house) throw new Error('the house is not open');
    for (let seed = first; seed < first + BATCH; seed += 1) {
      const { broken, events, bookings, faults } = await simulate(open.house, storyOf(seed));
      figures.events += events;
      figures.bookings += bookings;
      figures.faults += faults;
      const story = broken.length > 0 ? `seed ${seed}: ${told(storyOf(seed))}` : '';
      expect({ broken, story }).toEqual({ broken: [], story: '' });
    }
  },
  600_000,
);

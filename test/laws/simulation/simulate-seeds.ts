import { doTasks } from '../shared-out.ts';
import type { Broken } from '../recorded-call.ts';
import { LEAST_EVENTS } from './least-events.ts';
import { openSimulatedHouse } from './simulated-house.ts';
import { simulate } from './simulate.ts';
import { storyOf, told } from './story.ts';
import type { Story } from './story.ts';

/* One process that plays seeds, and says what came of each. */

/** What came of one seed. */
export interface PlayedSeed {
  seed: number;
  events: number;
  bookings: number;
  faults: number;
  outcome: string;
  /** Calls that were over too soon to count; the laws held in them too. */
  shorter: number;
  seconds: number;
  broken: (Broken & { story: Story; told: string })[];
}

const house = openSimulatedHouse();

async function playSeed(seed: number): Promise<PlayedSeed> {
  const open = await house;
  const began = process.cpuUsage();
  for (let draw = 0; ; draw += 1) {
    const story = storyOf(seed, draw);
    const { events, bookings, faults, outcome, broken } = await simulate(open, story);
    if (events < LEAST_EVENTS && broken.length === 0) continue;
    const { user, system } = process.cpuUsage(began);
    const seconds = (user + system) / 1_000_000;
    const figures = { seed, events, bookings, faults, outcome, shorter: draw, seconds };
    return { ...figures, broken: broken.map((one) => ({ ...one, story, told: told(story) })) };
  }
}

doTasks(playSeed);

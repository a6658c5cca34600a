import { Life } from './life.ts';
import type { FaultyParts } from './life.ts';
import { lawsOfLife } from './laws-of-life.ts';
import { StoryPlayer } from './play-story.ts';
import type { Broken } from '../recorded-call.ts';
import type { SimulatedHouse } from './simulated-house.ts';
import type { Story } from './story.ts';

/** One story played and judged. */
export interface Played {
  broken: Broken[];
  events: number;
  bookings: number;
  faults: number;
  outcome: string;
  life: Life;
}

export async function simulate(house: SimulatedHouse, story: Story, parts: FaultyParts = {}): Promise<Played> {
  await house.forget();
  const life = new Life(house, story, parts);
  const player = new StoryPlayer(life);
  await player.play(story);
  const broken = await lawsOfLife(life, player);
  return {
    broken,
    events: life.events,
    bookings: life.records.events.filter(({ fact }) => fact.type === 'booking.created').length,
    faults: [...life.injected.values()].reduce((sum, count) => sum + count, 0),
    outcome: life.outcome ?? 'never',
    life,
  };
}

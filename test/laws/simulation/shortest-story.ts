import fc from 'fast-check';
import { simulate } from './simulate.ts';
import type { FaultyParts } from './life.ts';
import type { SimulatedHouse } from './simulated-house.ts';
import { stories } from './story.ts';
import type { Story } from './story.ts';

const SHRINKING_MS = 90_000;

/** The shortest story found in a while that breaks the same law as this one. */
export async function shortestStory(
  house: SimulatedHouse,
  { story, law, parts }: { story: Story; law: string; parts?: FaultyParts },
): Promise<Story> {
  const shortest = { story };
  const holds = fc.asyncProperty(stories, async (candidate) => {
    const { broken } = await simulate(house, candidate, parts);
    const breaks = broken.some((one) => one.law === law);
    if (breaks) shortest.story = candidate;
    return !breaks;
  });
  await fc.check(holds, { examples: [[story]], numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS });
  return shortest.story;
}

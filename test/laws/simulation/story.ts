import fc from 'fast-check';
import type { AnswerFate } from './simulated-model.ts';
import type { DatabaseFault } from './simulated-postgres.ts';

/** What the caller may say. `theRightThing` is whatever the conversation is waiting for: it takes a booking to its end. */
export type Saying =
  | 'theRightThing'
  | 'smallTalk'
  | 'aBooking'
  | 'aSlot'
  | 'anotherSlot'
  | 'aClosedDay'
  | 'aTimeOffTheGrid'
  | 'everything'
  | 'yes'
  | 'no'
  | 'aName'
  | 'aNumber'
  | 'aServerMessage';

/** One thing that happens in a story; the world answers by itself in between. */
export type Deed =
  | { does: 'says'; what: Saying; when: 'inTurn' | 'over'; parser: 'prompt' | 'late' | 'fails' }
  | { does: 'makesNoise'; what: 'cough' | 'mumble' | 'unheard' | 'lost' }
  | { does: 'presses'; keys: string }
  | { does: 'isSilent'; ms: number }
  | { does: 'model'; what: AnswerFate | 'falls' }
  | { does: 'phone'; what: 'fallsAndReturns' | 'falls' }
  | { does: 'database'; faults: DatabaseFault[] }
  | { does: 'rival'; what: 'takesTheSlot' | 'takesAnother' }
  | { does: 'hangsUp' };

/** A simulated call from its first ring to its end. */
export interface Story {
  /** Where in time it begins, an index of `beginnings`. */
  begins: number;
  caller: 'knownNumber' | 'anonymous';
  wayMs: number;
  databaseMs: number;
  deeds: Deed[];
}

const deed = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });
const says = (what: readonly Saying[]): fc.Arbitrary<Deed> =>
  fc.record({
    does: fc.constant('says' as const),
    what: fc.constantFrom(...what),
    when: fc.constantFrom('inTurn' as const, 'inTurn' as const, 'over' as const),
    parser: fc.constantFrom(
      'prompt' as const,
      'prompt' as const,
      'prompt' as const,
      'prompt' as const,
      'late' as const,
      'fails' as const,
    ),
  });
const faults: DatabaseFault[] = ['lostBefore', 'lostInside', 'lostAfter', 'hangs', 'conflict'];

/** Biased to what matters: a caller who mostly plays along, so that faults meet a booking that is under way. */
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  deed(14, says(['theRightThing'])),
  deed(5, says(['aSlot', 'anotherSlot', 'aBooking', 'everything', 'yes', 'no'])),
  deed(4, says(['smallTalk', 'aClosedDay', 'aTimeOffTheGrid', 'aName', 'aNumber', 'aServerMessage'])),
  deed(
    2,
    fc.record({
      does: fc.constant('makesNoise' as const),
      what: fc.constantFrom('cough' as const, 'mumble' as const, 'unheard' as const, 'lost' as const),
    }),
  ),
  deed(
    1,
    fc.record({
      does: fc.constant('presses' as const),
      keys: fc.constantFrom('0501234567#', '0501234567', '0501#', '*', '7'),
    }),
  ),
  deed(2, fc.record({ does: fc.constant('isSilent' as const), ms: fc.constantFrom(500, 2_000, 4_000, 9_000) })),
  deed(
    3,
    fc.record({
      does: fc.constant('model' as const),
      what: fc.constantFrom(
        'mute' as const,
        'failed' as const,
        'refused' as const,
        'lies' as const,
        'dropped' as const,
        'unasked' as const,
        'falls' as const,
      ),
    }),
  ),
  deed(1, fc.record({ does: fc.constant('phone' as const), what: fc.constant('fallsAndReturns' as const) })),
  deed(
    5,
    fc.record({
      does: fc.constant('database' as const),
      faults: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 3 }),
    }),
  ),
  deed(
    2,
    fc.record({
      does: fc.constant('rival' as const),
      what: fc.constantFrom('takesTheSlot' as const, 'takesAnother' as const),
    }),
  ),
);

const APART = 1_000_003;
const LEAST_DEEDS = 12;
const MOST_DEEDS = 16;

/** Stories as they are drawn; a shorter one may come of one that fails. */
export const stories: fc.Arbitrary<Story> = fc.record({
  begins: fc.nat(3),
  caller: fc.constantFrom('knownNumber' as const, 'anonymous' as const),
  wayMs: fc.constantFrom(2, 10, 25),
  databaseMs: fc.constantFrom(1, 8, 60),
  deeds: fc.array(deeds, { minLength: 1, maxLength: MOST_DEEDS, size: 'max' }),
});

/** The story of one seed: long enough for a whole booking and what may befall it. `draw`: the next one, where that was too short. */
export function storyOf(seed: number, draw = 0): Story {
  const long = fc.tuple(stories, fc.array(deeds, { minLength: LEAST_DEEDS, maxLength: MOST_DEEDS }));
  const [[story, more]] = fc.sample(long, { seed: seed + draw * APART, numRuns: 1 }) as [[Story, Deed[]]];
  return { ...story, deeds: more };
}

/** Told as a person would follow it. */
export function told({ deeds: all, ...story }: Story): string {
  const beginning = `a call that begins at moment ${story.begins}, ${story.caller === 'anonymous' ? 'from a hidden number' : 'from a mobile'}, ${story.wayMs} ms to the model, ${story.databaseMs} ms to the database`;
  return [beginning, ...all.map((one, index) => `${String(index + 1).padStart(3)}  ${toldDeed(one)}`)].join('\n');
}

function toldDeed(one: Deed): string {
  switch (one.does) {
    case 'says': {
      const parser =
        one.parser === 'prompt' ? '' : one.parser === 'late' ? ', the parser is late' : ', the parser fails';
      return `the caller says ${spaced(one.what)}${one.when === 'over' ? ', into whatever is being said' : ''}${parser}`;
    }
    case 'makesNoise':
      return `the caller makes a sound: ${one.what}`;
    case 'presses':
      return `the caller presses ${one.keys}`;
    case 'isSilent':
      return `nobody says anything for ${one.ms / 1_000} s`;
    case 'model':
      return one.what === 'falls' ? "the model's socket falls" : `the model's next answer: ${one.what}`;
    case 'phone':
      return `the phone ${spaced(one.what)}`;
    case 'database':
      return `the database's next transactions: ${one.faults.map(spaced).join(', ')}`;
    case 'rival':
      return `somebody else ${spaced(one.what)}`;
    case 'hangsUp':
      return 'the caller hangs up';
  }
}

const spaced = (name: string): string => name.replace(/([A-Z])/g, ' $1').toLowerCase();

import { ownAppointments, slotB } from './world.ts';
import type { Bounds } from './world.ts';

const plain: Bounds = {
  name: '',
  callerPhone: null,
  wishName: null,
  sounds: ['long'],
  words: ['plain'],
  meanings: ['none'],
  keys: [],
  modelFaults: [],
  phoneFaults: [],
  deskRefusals: [],
  deskFailures: [],
  lookups: [],
  parserFaults: [],
  faults: 0,
  mostTranscripts: 1,
  mostParses: 1,
  caller: 'bargesIn',
  model: 'slow',
  hangsUp: 'never',
};
const known = { callerPhone: '0501234567', wishName: 'דנה' };

/** A booking where the caller lets the AI finish and the model does its part at once: small enough for everything else. */
const polite = { ...plain, ...known, words: ['booking'], caller: 'waits', model: 'prompt' } as const;
const allModelFaults = ['lost', 'refuses', 'mute', 'lies', 'unasked', 'fatal', 'breaksOff'] as const;

const [own = null] = ownAppointments;
const greeted = { greeting: 'heard', turn: 'due' } as const;
const wantedMove = { errand: 'move', meant: own } as const;

/** Every bounded world that is explored on every commit: each lets loose one part of what may happen. */
export const worlds: readonly Bounds[] = [
  {
    ...plain,
    name: 'sounds',
    sounds: ['long', 'short'],
    words: ['plain', 'badWord', 'unheard'],
    model: 'prompt',
    mostTranscripts: 2,
  },
  { ...plain, name: 'barge-in', words: ['plain', 'nothing'], hangsUp: 'atAnyMoment' },
  { ...plain, name: 'model faults', modelFaults: allModelFaults, faults: 1, caller: 'waits' },
  { ...plain, name: 'model faults, barge-in', modelFaults: ['lost', 'refuses', 'mute'], faults: 1 },
  { ...plain, name: 'dead model', modelFaults: allModelFaults, faults: 2, caller: 'waits' },
  { ...plain, name: 'phone', phoneFaults: ['lost'], faults: 1 },
  {
    ...plain,
    name: 'parser',
    words: ['booking'],
    parserFaults: ['failed', 'late'],
    faults: 2,
    mostParses: 2,
    model: 'prompt',
  },
  {
    ...polite,
    name: 'booking',
    meanings: ['asksA', 'confirms', 'declines', 'none'],
    deskRefusals: ['refused', 'conflict'],
  },
  { ...polite, name: 'another slot', meanings: ['asksA', 'asksB', 'confirms'] },
  {
    ...polite,
    name: 'questions',
    callerPhone: null,
    wishName: null,
    meanings: ['asks', 'asksA', 'asksAll', 'givesName', 'confirms', 'none'],
  },
  { ...polite, name: 'keypad', callerPhone: null, meanings: ['asksA', 'confirms'], keys: ['digit', '#'] },
  { ...polite, name: 'booking, barge-in', meanings: ['asksA', 'confirms', 'none'], caller: 'bargesIn' },
  { ...polite, name: 'booking, late words', meanings: ['asksA', 'confirms'], mostParses: 2 },
  { ...polite, name: 'hear', meanings: ['hears', 'none'], lookups: ['none', 'two'] },
  { ...polite, name: 'cancel', meanings: ['cancels', 'confirms'], lookups: ['one'] },
  { ...polite, name: 'move', meanings: ['moves', 'confirms'], lookups: ['one'], deskRefusals: ['conflict'] },
  { ...polite, name: 'waitlist', meanings: ['asksA', 'joins', 'declines', 'none'], deskRefusals: ['refused'] },
  {
    ...polite,
    name: 'failing desk',
    meanings: ['asksA', 'confirms'],
    deskRefusals: ['conflict'],
    deskFailures: ['failed', 'late'],
    parserFaults: ['late', 'failed'],
    faults: 1,
  },
  {
    ...polite,
    name: 'booking, lost sockets',
    meanings: ['asksA', 'confirms'],
    modelFaults: ['lost'],
    phoneFaults: ['lost'],
    faults: 1,
    hangsUp: 'atAnyMoment',
  },
  {
    ...polite,
    name: 'taken over, move offered',
    meanings: ['asksA', 'confirms', 'declines', 'none'],
    takenOver: { known: { ...wantedMove, offered: slotB }, witness: { ...greeted, held: slotB, wants: 'move' } },
  },
  {
    ...polite,
    name: 'taken over, move wanted',
    meanings: ['confirms', 'none'],
    lookups: ['none', 'one', 'two'],
    deskFailures: ['failed'],
    faults: 1,
    takenOver: { known: { ...wantedMove, wish: slotB }, witness: { ...greeted, wants: 'move' } },
  },
  {
    ...polite,
    name: 'taken over, untold',
    meanings: ['asksA', 'confirms', 'none'],
    modelFaults: ['lost', 'mute'],
    faults: 1,
    takenOver: {
      known: { announcement: { kind: 'appointment_cancelled', appointmentId: own?.id ?? '' } },
      witness: { ...greeted, gone: [own?.id ?? ''] },
    },
  },
];

import type { CallEmission } from '../../../machines/vocabulary.ts';
import { delayOf } from './machine-step.ts';
import type { Happening } from './machine-step.ts';
import { isLive, sameSlot } from './world.ts';
import type { Witness, World } from './world.ts';

const owing = new Set([
  'caller.pressedKey',
  'caller.unheard',
  'model.lost',
  'model.claimedFalsely',
  'model.refusedResponse',
  'phone.resumed',
  'parser.failed',
]);
const owingDelays = new Set([
  'transcriptBudget',
  'hearingBudget',
  'understandBudget',
  'deskBudget',
  'agreementBudget',
  'keypadPause',
  'speechBudget',
]);

/** What an honest witness remembers of this: what is owed to the caller, what was agreed, asked and written. */
export function witnessed(world: World, happening: Happening): Witness {
  const { witness } = world;
  if (owing.has(happening.type) || owingDelays.has(delayOf(happening) ?? '')) return unheard(witness, happening);
  switch (happening.type) {
    case 'caller.startedSpeaking':
      return { ...witness, cut: world.playing || world.asked > 0 ? 'answer' : witness.cut };
    case 'caller.said':
      return said(witness, happening);
    case 'playback.finished':
      return happening.responseId === world.playing ? heardOut(witness) : { ...witness, cut: 'nothing' };
    case 'model.finishedResponse':
      return world.response?.stage === 'started' || happening.status === 'failed'
        ? { ...witness, turn: 'due', questions: [] }
        : witness;
    case 'parser.understood':
      return understood(world, happening);
    case 'slot.held':
      return { ...witness, turn: 'due', held: happening.slot };
    case 'booking.created':
      return {
        ...witness,
        turn: 'due',
        rows: [...new Set([...witness.rows, happening.appointmentId])].sort(),
        held: null,
        consent: null,
        wants: 'new',
      };
    case 'reminder.scheduled':
    case 'reminder.failed':
      return { ...witness, turn: 'due' };
    case 'slot.refused':
    case 'slot.failed':
    case 'booking.refused':
    case 'booking.failed':
      return isGivenUp(world, happening.request)
        ? { ...witness, turn: 'due' }
        : {
            ...witness,
            turn: 'due',
            consent: null,
            givenUp: null,
            wants: happening.type === 'booking.failed' ? 'new' : witness.wants,
          };
    default:
      return changed(witness, happening);
  }
}

/** What is remembered of a diary that was looked into or changed. */
function changed(witness: Witness, happening: Happening): Witness {
  switch (happening.type) {
    case 'booking.moved':
      return { ...witness, ...settled, moved: [...new Set([...witness.moved, happening.appointmentId])].sort() };
    case 'booking.cancelled':
      return { ...witness, ...settled, gone: [...new Set([...witness.gone, happening.appointmentId])].sort() };
    case 'lookup.found':
      return { ...witness, turn: 'due', wants: happening.appointments.length === 0 ? 'new' : witness.wants };
    case 'lookup.failed':
      return { ...witness, turn: 'due', wants: 'new' };
    case 'waitlist.joined':
    case 'waitlist.failed':
      return { ...witness, turn: 'due' };
    default:
      return witness;
  }
}

const settled = { turn: 'due', held: null, consent: null, givenUp: null, wants: 'new' } as const;

const isGivenUp = ({ desk }: World, wanted: number): boolean =>
  desk.some(({ request, awaited }) => request === wanted && awaited === 'givenUp');

/** The AI owes an answer (again), and what it asked last may not have been heard. */
function unheard(witness: Witness, happening: Happening): Witness {
  const keyed = happening.type === 'caller.pressedKey' || delayOf(happening) === 'keypadPause';
  const spoke = keyed || happening.type === 'caller.unheard';
  const silenceLine = spoke ? 'due' : witness.silenceLine;
  return { ...witness, turn: 'due', questions: [], silenceLine, keypad: keyed ? 'used' : witness.keypad };
}

function said(witness: Witness, { words, confidence }: Extract<Happening, { type: 'caller.said' }>): Witness {
  const noise = words === 0 || (words === 1 && (confidence ?? 0) < -1);
  if (noise) return { ...witness, turn: witness.cut === 'answer' ? 'due' : witness.turn, questions: [] };
  return { ...witness, turn: 'due', silenceLine: 'due' };
}

function heardOut(witness: Witness): Witness {
  const { answering } = witness;
  return {
    ...witness,
    greeting: answering === 'greeting' ? 'heard' : witness.greeting,
    silenceLine: answering === 'silence' ? 'heard' : witness.silenceLine,
    answering: 'nothing',
    cut: 'nothing',
    keypad: witness.keypad === 'answered' ? 'idle' : witness.keypad,
  };
}

const isErrand = (intent: string | null): boolean => intent !== null && intent !== 'waitlist' && intent !== 'decline';

function understood(world: World, heard: Extract<Happening, { type: 'parser.understood' }>): Witness {
  const { witness } = world;
  const asked = world.parser.find(({ request }) => request === heard.request);
  const brings =
    heard.action !== 'none' ||
    heard.intent !== null ||
    (heard.date ?? heard.time ?? heard.name ?? heard.phone) !== null;
  const turn = brings ? 'due' : witness.turn;
  const questions = witness.questions.filter(
    (kind) =>
      !(kind === 'need_name' && heard.name) &&
      !(kind === 'need_phone' && heard.phone) &&
      !(kind === 'need_date_time' && isErrand(heard.intent)),
  );
  if (heard.intent === 'decline')
    return { ...witness, turn, questions: [], consent: null, givenUp: null, wants: 'new' };
  if (isErrand(heard.intent) && heard.intent !== asked?.errand) {
    const wants = heard.intent === 'move' ? 'move' : 'new';
    return { ...witness, turn, questions, consent: null, givenUp: null, wants };
  }
  const offered = asked?.offered ?? null;
  if (heard.date && !sameSlot({ date: heard.date, time: heard.time ?? '' }, witness.held))
    return { ...witness, turn, questions, consent: null, givenUp: null };
  const agrees = heard.action === 'confirm' && offered !== null && sameSlot(offered, witness.held);
  const givesUp = heard.action === 'confirm' && asked?.errand === 'cancel';
  return {
    ...witness,
    turn,
    questions,
    consent: agrees ? offered : witness.consent,
    givenUp: givesUp ? offered : witness.givenUp,
  };
}

/** What the witness remembers of a command. */
export function witnessedCommand(world: World, command: CallEmission): Witness {
  const { witness } = world;
  switch (command.type) {
    case 'cmd.requestResponse': {
      const answering = command.occasion === 'greeting' || command.occasion === 'silence' ? command.occasion : 'answer';
      const asks = command.notice?.kind.startsWith('need_') && witness.keypad === 'idle' ? [command.notice.kind] : [];
      return {
        ...witness,
        turn: 'none',
        answering,
        cut: 'nothing',
        keypad: witness.keypad === 'used' ? 'answered' : witness.keypad,
        questions: [...new Set([...witness.questions, ...asks])].sort(),
      };
    }
    case 'cmd.cancelResponse':
      return { ...witness, cancelled: command.responseId };
    case 'cmd.openPlayback':
      return { ...witness, cancelled: null };
    case 'cmd.holdSlot':
    case 'cmd.releaseHold':
      return { ...witness, held: null, consent: null };
    case 'cmd.dropModel':
    case 'cmd.closeModel':
      return { ...witness, cancelled: null, turn: 'due' };
    case 'cmd.clearPlayback':
      return isLive(world) ? witness : { ...witness, cancelled: null };
    default:
      return witness;
  }
}

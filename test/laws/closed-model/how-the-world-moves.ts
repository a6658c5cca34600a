import type { CallEmission } from '../../../machines/vocabulary.ts';
import { delayOf } from './machine-step.ts';
import type { Happening } from './machine-step.ts';
import { witnessed, witnessedCommand } from './witness.ts';
import { isLive } from './world.ts';
import type { Bounds, World } from './world.ts';

const NO_SLOT = { date: '', time: '' };

/** What is different in the world because this happened. */
export function afterHappening(world: World, happening: Happening, bounds: Bounds): World {
  const spent = isFault(world, happening) ? { ...world, faults: world.faults - 1 } : world;
  const after = moved(spent, happening);
  const transcripts = after.transcripts.slice(-bounds.mostTranscripts);
  return { ...after, transcripts, witness: witnessed(world, happening) };
}

const faultyFacts = new Set([
  'model.refusedResponse',
  'model.claimedFalsely',
  'phone.lost',
  'parser.failed',
  'slot.failed',
  'booking.failed',
  'reminder.failed',
  'lookup.failed',
  'waitlist.failed',
]);
const faultyDelays = new Set([
  'responseBudget',
  'speechBudget',
  'cancelBudget',
  'deskBudget',
  'understandBudget',
  'agreementBudget',
]);

function isFault(world: World, happening: Happening): boolean {
  switch (happening.type) {
    case 'model.lost':
      return world.socket !== 'dropped';
    case 'model.startedResponse':
      return world.asked === 0;
    case 'model.finishedResponse':
      return (
        happening.status === 'failed' ||
        (world.response?.stage === 'started' && world.witness.cancelled !== happening.responseId)
      );
    default:
      return world.faults > 0 && (faultyFacts.has(happening.type) || faultyDelays.has(delayOf(happening) ?? ''));
  }
}

function moved(world: World, happening: Happening): World {
  switch (happening.type) {
    case 'model.ready':
      return { ...world, socket: 'open' };
    case 'model.lost':
      return { ...world, ...silentEnd(world), socket: 'closed', asked: 0, speaking: null, transcripts: [] };
    case 'model.startedResponse':
      return {
        ...world,
        asked: Math.max(0, world.asked - 1),
        response: { id: happening.responseId, stage: 'started' },
      };
    case 'model.refusedResponse':
      return { ...world, asked: Math.max(0, world.asked - 1) };
    case 'model.spoke':
      return { ...world, response: { id: happening.responseId, stage: 'spoke' } };
    case 'model.finishedResponse':
      return { ...world, ...silentEnd(world) };
    case 'playback.finished':
      return world.playing === happening.responseId
        ? { ...world, playing: null, response: isLive(world) ? world.response : null }
        : { ...world, lateEnd: null };
    case 'caller.startedSpeaking':
      return { ...world, speaking: { itemId: happening.itemId } };
    case 'caller.stoppedSpeaking':
      return {
        ...world,
        speaking: null,
        transcripts: [
          ...world.transcripts,
          { itemId: happening.itemId, length: happening.speechMs < 400 ? 'short' : 'long' },
        ],
      };
    case 'caller.said':
    case 'caller.unheard':
      return { ...world, transcripts: world.transcripts.filter(({ itemId }) => itemId !== happening.itemId) };
    case 'phone.lost':
      return { ...world, phone: 'lost', playing: null, lateEnd: null };
    case 'phone.resumed':
      return { ...world, phone: 'live' };
    case 'phone.hungUp':
      return { ...world, phone: 'closed' };
    default:
      return answered(world, happening);
  }
}

function answered(world: World, happening: Happening): World {
  if ('request' in happening) {
    const open = ({ request }: { request: number }) => request !== happening.request;
    return { ...world, parser: world.parser.filter(open), desk: world.desk.filter(open) };
  }
  if (delayOf(happening) === 'deskBudget')
    return { ...world, desk: world.desk.map((one) => ({ ...one, awaited: 'givenUp' })) };
  return delayOf(happening) === 'hearingBudget' ? { ...world, speaking: null } : world;
}

/** The response is over; where no sound of it came, nothing of it is to be heard either. */
function silentEnd({ response, playing }: World): Pick<World, 'response' | 'playing'> {
  if (!response || playing !== response.id) return { response: null, playing };
  return response.stage === 'started'
    ? { response: null, playing: null }
    : { response: { ...response, stage: 'over' }, playing };
}

/** What is different in the world because the machine said so. */
export function afterCommand(world: World, command: CallEmission, bounds: Bounds): World {
  return { ...obeyed(world, command, bounds), witness: witnessedCommand(world, command) };
}

function obeyed(world: World, command: CallEmission, bounds: Bounds): World {
  switch (command.type) {
    case 'cmd.connectModel':
      return { ...world, socket: 'dialing' };
    case 'cmd.dropModel':
      return { ...world, socket: 'dropped' };
    case 'cmd.closeModel':
      return { ...world, socket: 'closed', asked: 0, response: null, speaking: null, transcripts: [] };
    case 'cmd.hangUp':
      return { ...world, phone: 'closed', playing: null, lateEnd: null };
    case 'cmd.requestResponse':
      return { ...world, asked: world.asked + 1 };
    case 'cmd.openPlayback':
      return { ...world, playing: command.responseId, lateEnd: null };
    case 'cmd.clearPlayback':
      return { ...world, playing: null, lateEnd: world.response?.stage === 'over' ? world.playing : null };
    case 'cmd.parseUtterance':
      return {
        ...world,
        parser: [...world.parser, { request: command.request, offered: command.offered, errand: command.errand }].slice(
          -Math.max(1, bounds.mostParses),
        ),
      };
    case 'cmd.holdSlot':
      return {
        ...world,
        desk: [
          ...world.desk.filter(({ kind }) => kind !== 'hold'),
          { kind: 'hold', request: command.request, slot: command.slot, awaited: 'yes' },
        ],
      };
    case 'cmd.createAppointment':
      return {
        ...world,
        desk: [...world.desk, { kind: 'create', request: command.request, slot: command.slot, awaited: 'yes' }],
      };
    case 'cmd.findAppointments':
      return {
        ...world,
        desk: [
          ...world.desk.filter(({ kind }) => kind !== 'find'),
          { kind: 'find', request: command.request, slot: NO_SLOT, awaited: 'yes' },
        ],
      };
    case 'cmd.moveAppointment': {
      const { request, slot, appointment } = command;
      return { ...world, desk: [...world.desk, { kind: 'move', request, slot, appointment, awaited: 'yes' }] };
    }
    case 'cmd.cancelAppointment': {
      const { request, appointment } = command;
      const { slot } = appointment;
      return { ...world, desk: [...world.desk, { kind: 'cancel', request, slot, appointment, awaited: 'yes' }] };
    }
    case 'cmd.joinWaitlist':
      return {
        ...world,
        desk: [
          ...world.desk.filter(({ kind }) => kind !== 'join'),
          { kind: 'join', request: command.request, slot: { date: command.date, time: '' }, awaited: 'yes' },
        ],
      };
    case 'cmd.scheduleReminder':
      return {
        ...world,
        desk: [
          ...world.desk.filter(({ kind }) => kind !== 'remind'),
          { kind: 'remind', request: command.request, slot: NO_SLOT, awaited: 'yes' },
        ],
      };
    default:
      return world;
  }
}

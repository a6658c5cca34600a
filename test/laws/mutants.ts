import { assign, createMachine, emit } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';

/** A deliberate fault: what somebody might break, the world in which it shows, and the law that has to catch it. */
export interface Mutant {
  fault: string;
  law: string;
  world: string;
  machine: AnyStateMachine;
}

type Sources = Parameters<typeof callMachine.provide>[0];

const mutant = (fault: string, [law, world]: readonly [string, string], sources: Sources): Mutant => ({
  fault,
  law,
  world,
  machine: callMachine.provide(sources),
});
const nothing = (): void => undefined;
const always = (): boolean => true;

/** The chart with another way out of the wait for the model: `provide` leaves transitions as they are. */
function withTimer(delay: string, transition: object): AnyStateMachine {
  const config = JSON.parse(JSON.stringify(callMachine.config)) as AwaitingConfig;
  const { context } = callMachine.config;
  config.states.inCall.states.floor.states.awaitingModel.after = { [delay]: transition };
  return createMachine({ ...config, context } as never, callMachine.implementations as never);
}
interface AwaitingConfig {
  states: { inCall: { states: { floor: { states: { awaitingModel: { after: object } } } } } };
}

export const mutants: readonly Mutant[] = [
  mutant('an answer that was heard is owed once more', ['L4', 'barge-in'], {
    actions: {
      settleAnswer: assign(({ context: { floor } }) => ({
        owed: { occasion: 'turn', notice: null },
        floor: { ...floor, responseId: null, running: null, speaking: null },
      })),
    },
  }),
  mutant('a response that begins late is forgotten', ['L1', 'barge-in'], { actions: { rememberResponse: nothing } }),
  mutant('the phone is not cleared', ['L2', 'barge-in'], { actions: { clearPlayback: nothing } }),
  mutant('the running response is not cancelled', ['L2', 'barge-in'], { actions: { cancelResponse: nothing } }),
  mutant('the model is not told what was heard', ['L2', 'barge-in'], { actions: { truncateHeard: nothing } }),
  mutant('a cancel names nobody', ['L2', 'barge-in'], {
    actions: { cancelResponse: emit({ type: 'cmd.cancelResponse', responseId: '' }) },
  }),
  mutant('nobody notes that the silence line was said', ['L4', 'sounds'], {
    actions: { rememberSilenceLine: nothing },
  }),
  mutant('noise is taken for a turn', ['L6', 'sounds'], { guards: { isUnintelligible: () => false } }),
  mutant('short sounds are taken for speech', ['L6', 'sounds'], { guards: { isShort: () => false } }),
  mutant('late noise goes to the parser', ['L6', 'sounds'], { guards: { hasWords: always } }),
  mutant('a mute model is not dropped', ['L5', 'model faults'], { actions: { stallModel: nothing } }),
  {
    fault: 'the wait for the model starts again whenever it runs out',
    law: 'L5',
    world: 'model faults',
    machine: withTimer('responseBudget', { target: 'awaitingModel', reenter: true }),
  },
  mutant('the silence never ends the call', ['L4', 'barge-in'], {
    guards: { saidSilenceLine: () => false, speaksSilenceLine: () => false },
  }),
  mutant('an announcement that is being spoken is owed once more', ['L4', 'taken over, untold'], {
    actions: {
      oweAnnouncementAgain: assign(({ context }) => ({
        owed: { occasion: 'announcement', notice: context.written.announcement },
      })),
    },
  }),
  mutant('an appointment is announced before its row', ['L8', 'booking'], {
    actions: {
      oweOffer: assign({
        owed: { occasion: 'announcement', notice: { kind: 'appointment_created', appointmentId: 'none' } },
      }),
    },
  }),
  mutant('the name is guessed', ['L9', 'questions'], {
    actions: { askName: assign(({ context }) => ({ wish: { ...context.wish, name: 'אורח' } })) },
  }),
  mutant('an offer counts as agreed', ['L9', 'booking'], {
    actions: { oweOffer: assign(({ context }) => ({ agreed: context.offered })) },
  }),
  mutant('any understanding counts as a yes', ['L12', 'booking, barge-in'], { guards: { agreesAndIsDone: always } }),
  mutant('the row is written over the words of the caller', ['L12', 'booking, barge-in'], {
    guards: { callerIsDone: always, mayWrite: always },
  }),
  mutant('a no lets the yes stand', ['L12', 'booking'], { guards: { letsItStand: always } }),
  mutant('the name is not waited for', ['L12', 'questions'], {
    guards: { nameIsMissing: () => false, phoneIsMissing: () => false },
  }),
  mutant('an old request to the desk is not told from the new', ['L12', 'failing desk'], {
    actions: { giveUpWrite: nothing },
  }),
  mutant('an appointment is cancelled without being named', ['L12', 'cancel'], {
    actions: {
      oweWhichOne: nothing,
      proposeCancel: assign(({ context }) => ({
        agreed: context.meant?.slot ?? null,
        offered: context.meant?.slot ?? null,
      })),
    },
    guards: { isCancelProposed: () => false },
  }),
  mutant('a move books a second appointment', ['L12', 'move'], { guards: { moves: () => false } }),
  mutant('a move is announced before it is made', ['L8', 'move'], {
    actions: {
      oweOffer: assign({
        owed: { occasion: 'announcement', notice: { kind: 'appointment_moved', appointmentId: 'own one' } },
      }),
    },
  }),
  mutant('the questions asked are forgotten', ['L15', 'questions'], {
    actions: { askName: assign({ owed: { occasion: 'server', notice: { kind: 'need_name' } } }) },
  }),
  mutant('the number is asked before the name', ['L15', 'questions'], { guards: { nameIsMissing: () => false } }),
  mutant('the hold is kept after the call', ['L19', 'barge-in'], { actions: { releaseHold: nothing } }),
  mutant('the phone is not hung up', ['L19', 'barge-in'], { actions: { hangUp: nothing } }),
  mutant('the model session stays open', ['L19', 'barge-in'], { actions: { closeModel: nothing } }),
  mutant('nobody says how the call ended', ['L19', 'barge-in'], { actions: { reportEnd: nothing } }),
];

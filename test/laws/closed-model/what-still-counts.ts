import type { CallSnapshot } from './machine-step.ts';
import { isLive } from './world.ts';
import type { Witness, World } from './world.ts';

/**
 * What an honest witness still needs to remember. Where the call has let go of something, the witness takes the stricter view: it
 * is neither owed nor agreed nor held any more. A call that came back to it after all would be blamed, never excused.
 */
export function whatStillCounts(snapshot: CallSnapshot, world: World): Witness {
  const { witness } = world;
  return { ...witness, ...ofSpeech(snapshot, world), ...ofTheDiary(snapshot, witness) };
}

function ofSpeech(snapshot: CallSnapshot, world: World): Partial<Witness> {
  const { witness, response, playing, asked } = world;
  const { owed, floor, hearing } = snapshot.context;
  const { speaking, cut } = floor;
  const may = new Set([owed?.occasion, speaking?.occasion, cut?.occasion]);
  const nothingSounds = response === null && playing === null && asked === 0;
  return {
    greeting: may.has('greeting') ? witness.greeting : 'heard',
    silenceLine: hearing.silenceLine === 'said' && !may.has('silence') ? 'heard' : witness.silenceLine,
    answering: nothingSounds ? 'nothing' : witness.answering,
    cut: cut === null ? 'nothing' : witness.cut,
    cancelled: isLive(world) && witness.cancelled === response?.id ? witness.cancelled : null,
  };
}

function ofTheDiary(snapshot: CallSnapshot, witness: Witness): Partial<Witness> {
  const { offered, agreed, wish } = snapshot.context;
  const letGo = offered === null && agreed === null;
  return {
    held: letGo ? null : witness.held,
    consent: letGo ? null : witness.consent,
    givenUp: letGo ? null : witness.givenUp,
    questions: witness.questions.filter((kind) => !(kind === 'need_name' && wish.name !== null)),
  };
}

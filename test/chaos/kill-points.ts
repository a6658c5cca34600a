import type { AdaptiveCaller } from './adaptive-caller.ts';
import type { DatabaseTap } from '../support/database-tap.ts';

export interface Scene {
  caller: AdaptiveCaller;
  tap: DatabaseTap;
  /** Confirmed rows of this call, read past the tap. */
  confirmedRows: () => Promise<number>;
}

/** A moment of a booking at which the node is killed. `arrives` is called as the call begins and resolves at that moment. */
export interface KillPoint {
  name: string;
  arrives(scene: Scene): Promise<unknown>;
}

const LONG = 120_000;

const hears = ({ caller }: Scene, since = 0) =>
  caller.until(() => caller.phoneNews.some((news) => news.kind === 'word.heard' && news.atMs > since), LONG);

export const killPoints: readonly KillPoint[] = [
  {
    name: 'before the greeting',
    arrives: ({ caller }) => caller.until(() => caller.modelNews.some(({ kind }) => kind === 'session.opened'), LONG),
  },
  { name: 'during the greeting', arrives: (scene) => hears(scene) },
  {
    name: 'after the caller asked',
    arrives: ({ caller }) =>
      caller.until(() => caller.modelNews.some(({ kind }) => kind === 'caller.transcribed'), LONG),
  },
  {
    name: 'while the slot is checked',
    arrives: ({ tap }) => tap.set({ statement: 'INSERT INTO appointment ', stops: 'statement' }),
  },
  { name: 'after the hold', arrives: ({ caller }) => caller.until(() => caller.hasBeenTold('slot_available'), LONG) },
  {
    name: 'between the yes and the write',
    arrives: ({ tap }) => tap.set({ statement: "SET status = 'confirmed'", stops: 'statement' }),
  },
  {
    name: 'after COMMIT, before its answer',
    async arrives({ tap, caller, confirmedRows }) {
      await tap.set({ statement: "SET status = 'confirmed'", stops: 'answerToCommit' });
      while ((await confirmedRows()) === 0) await caller.until(() => false, 50);
    },
  },
  {
    name: 'during the announcement',
    async arrives(scene) {
      const { caller } = scene;
      await caller.until(() => caller.hasBeenTold('appointment_created'), LONG);
      await hears(scene, performance.now());
    },
  },
  {
    name: 'while the reminder is written',
    arrives: ({ tap }) => tap.set({ statement: 'INSERT INTO reminder ', stops: 'statement' }),
  },
];

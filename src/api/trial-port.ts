/** A caller who follows a script. */
export interface PracticeScript {
  name: string;
  title: string;
  description: string;
}

export interface WantedTrial {
  businessId: string;
  on: 'published' | 'draft';
}

/** `busy`: as many calls as this node takes, or it is being emptied. */
export type Invitation = { kind: 'invited'; callSid: string; token: string } | { kind: 'busy' };
export type PracticeRing = { kind: 'ringing'; callSid: string } | { kind: 'busy' } | { kind: 'unknownScript' };

/** Calls that no phone rings for, over the same wire as the phone's (`src/node/trial-calls.ts`). */
export interface TrialCalls {
  scripts(): Promise<readonly PracticeScript[]>;
  /** Expects a caller in a browser, who has a minute to come with the token. */
  invite(wanted: WantedTrial): Promise<Invitation>;
  /** Rings with a caller of our own; goes on after it resolves. */
  practise(wanted: WantedTrial & { script: string }): Promise<PracticeRing>;
}

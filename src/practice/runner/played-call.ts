import type { HeardWord } from '../phone/heard-truth.ts';
import type { CallScript, CallStep } from '../script/call-script.ts';
import type { CallRecord } from './call-record.ts';
import type { LagWatch } from './lag-watch.ts';
import type { AppointmentRow } from './service-client.ts';

/** A finished practice call, ready to be judged. */
export interface PlayedCall {
  script: CallScript;
  /** `phoneOnly`: the model is not ours, so only what reaches the phone was seen. */
  sight: 'bothEnds' | 'phoneOnly';
  callSid: string;
  record: CallRecord;
  lag: LagWatch;
  /** Every word the caller heard, in order. */
  words: HeardWord[];
  /** Confirmed rows of the business at the end. */
  rows: AppointmentRow[];
  /** What was wrong when the model was told of an appointment: no row stood behind it. */
  unbacked: string[];
  /** Which step of the script each utterance of the caller was. */
  utterances: ReadonlyMap<number, CallStep>;
}

/** A law as it can be seen from outside: what broke it in this call, in words. */
export interface ObservedLaw {
  law: string;
  name: string;
  /** `phone`: what the caller hears is enough to judge it. */
  needs: 'phone' | 'bothEnds';
  faults(call: PlayedCall): string[];
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

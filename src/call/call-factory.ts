import type { CallLimits } from '../../machines/vocabulary.ts';
import type { OpenedCall } from '../actions/open-call.ts';
import type { CallOptions } from './call.ts';
import { Call } from './call.ts';
import { callInput } from './call-input.ts';
import { EventLog } from './event-log.ts';
import type { Journal } from './journal.ts';
import type { LiveCalls } from './live-calls.ts';
import type { PhoneRescue } from './phone-rescue.ts';

type Shared = Pick<CallOptions, 'voice' | 'database' | 'parser' | 'pacer' | 'telemetry' | 'holdSeconds' | 'log'>;

export interface CallFactoryOptions extends Shared {
  limits: CallLimits;
  journal: Journal;
  liveCalls: LiveCalls;
  rescue: PhoneRescue;
  /** Writes that a call is about to end; never throws, never takes long. */
  announceEnd: (opened: OpenedCall, outcome: string) => Promise<void>;
  /** The machine is done and all its commands were given; what is left is to write how the call ended. */
  ended: (call: Call, opened: OpenedCall, outcome: string) => void;
}

/** Makes the calls of this node: what they share, and for each its own machine, record and log. */
export function createCallFactory(options: CallFactoryOptions): (opened: OpenedCall) => Call {
  const { limits, journal, liveCalls, rescue, announceEnd, ended, log, ...shared } = options;
  return (opened) =>
    new Call({
      ...shared,
      opened,
      input: callInput(opened, limits),
      eventLog: new EventLog(opened, journal),
      log: log.child({ callSid: opened.callSid }),
      publish: (event) => liveCalls.publish(event),
      announceEnd: (outcome) => announceEnd(opened, outcome),
      ended: (call, outcome) => ended(call, opened, outcome),
      phoneLost: (call) => rescue.phoneLost(call),
      takenOver: (call) => liveCalls.remove(call),
    });
}

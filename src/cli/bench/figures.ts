import type { Interruption } from './load-report.ts';
import type { Measurement } from './measure.ts';
import type { Distribution } from './samples.ts';
import { distributionOf } from './samples.ts';
import type { HeardInterruption } from './upstream-report.ts';

/** The figures of one server; null where nothing was measured. */
export interface Figures {
  cpuPerCallMinute: number | null;
  memoryPerCallMiB: number | null;
  frameLatency: Distribution | null;
  interruptions: number;
  /** `speech_started` sent to `clear` read by the phone. */
  bargeIn: Distribution | null;
  neverCleared: number;
  /** Told to the model minus really heard, without its sign. */
  truncationError: Distribution | null;
  staleMs: number;
  answerStart: Distribution | null;
  unanswered: number;
  lostFrames: number;
  strangeFrames: number;
  errors: number;
  droppedCalls: number;
}

type Joined = Interruption & { heard: HeardInterruption };

/** Puts together what the phones, the model and the system saw of one server. */
export function figuresOf(measurement: Measurement): Figures {
  const { phones, model, seconds, idleMiB, mostMiB } = measurement;
  const callMinutes = (phones.live * seconds) / 60;
  const joined = joinedInterruptions(phones.interruptions, model.interruptions);
  return {
    cpuPerCallMinute: measurement.cpuSeconds === null ? null : measurement.cpuSeconds / callMinutes,
    memoryPerCallMiB: idleMiB === null || mostMiB === null ? null : (mostMiB - idleMiB) / phones.connected,
    frameLatency: model.frameLatency,
    interruptions: joined.length,
    bargeIn: distributionOf(joined.flatMap(bargeInMs)),
    neverCleared: joined.filter(({ clearedUs }) => clearedUs === null).length,
    truncationError: distributionOf(joined.flatMap(truncationErrorMs)),
    staleMs: joined.reduce((sum, { staleMs }) => sum + staleMs, 0),
    answerStart: phones.answerStart,
    unanswered: phones.unanswered,
    lostFrames: model.framesLost,
    strangeFrames: model.framesOfOthers + phones.strayMessages,
    errors: Object.values(model.errors).reduce((sum, count) => sum + count, 0),
    droppedCalls: phones.connected - phones.live,
  };
}

function joinedInterruptions(spoken: readonly Interruption[], heard: readonly HeardInterruption[]): Joined[] {
  const byTurn = new Map(heard.map((interruption) => [`${interruption.call}:${interruption.turn}`, interruption]));
  return spoken.flatMap((interruption) => {
    const match = byTurn.get(`${interruption.call}:${interruption.turn}`);
    return match === undefined ? [] : [{ ...interruption, heard: match }];
  });
}

function bargeInMs({ clearedUs, heard }: Joined): number[] {
  return clearedUs === null ? [] : [(clearedUs - heard.startedUs) / 1000];
}

function truncationErrorMs({ answer, heardMs, heard: { truncation } }: Joined): number[] {
  if (truncation === null || heardMs === null || truncation.answer !== answer) return [];
  return [Math.abs(truncation.audioEndMs - heardMs)];
}

import type { Witnessing } from './twenty-laws.ts';

/** What users of comparable systems report again and again, the law that rules it out here, and the test that would fail. */
export interface KnownPain extends Witnessing {
  pain: string;
  laws: readonly string[];
}

const machine = 'test/machines/call.machine.test.ts';
const model = 'test/laws/closed-model.test.ts';
const noCallBreaks = 'no call of the world «%s» breaks a law';

export const knownPains: readonly KnownPain[] = [
  {
    pain: 'A second answer is asked for while one is active; the speech is dropped',
    laws: ['L1'],
    file: machine,
    test: 'asks for nothing new before the cancelled response is over',
  },
  {
    pain: 'Cancelled with nothing active, or before it was created: the answer appears all the same and speaks',
    laws: ['L2'],
    file: machine,
    test: 'kills an answer that was asked for and appears only after the caller began to speak',
  },
  {
    pain: 'The agent talks on after barge-in, because the phone’s buffer is not cleared once generation is over',
    laws: ['L2'],
    file: machine,
    test: 'does not cancel when the model has finished and the phone still plays',
  },
  {
    pain: 'Truncated by the wall clock: the model believes it said what nobody heard',
    laws: ['L3'],
    file: 'test/call/heard-as-told.test.ts',
    test: 'L3: what is written down as heard, sentence by sentence, is what the model was told',
  },
  { pain: 'Silence for ever after an interruption', laws: ['L5'], file: model, test: noCallBreaks },
  {
    pain: 'A burst of stale audio after barge-in',
    laws: ['L2'],
    file: 'test/call/audio-path.test.ts',
    test: 'silences the phone and lets nothing of the answer through any more',
  },
  {
    pain: 'A cough or «mhm» cuts the answer, and nothing resumes it',
    laws: ['L6'],
    file: machine,
    test: 'by noise makes the cut answer owed again, once',
  },
  {
    pain: 'The agent hears itself: the end of its own words counts as a turn',
    laws: ['L6'],
    file: machine,
    test: 'a short sound goes to no parser',
  },
  {
    pain: 'Callers are cut off in mid-sentence, mostly when they dictate a number',
    laws: ['L5', 'L12'],
    file: machine,
    test: 'a yes followed by more words is written only when they do not take it back',
  },
  {
    pain: 'The tool runs twice after an interruption: two bookings',
    laws: ['L12'],
    file: 'test/db/races.test.ts',
    test: 'sixteen retries of one call make one appointment',
  },
  {
    pain: 'The agent says it did it; nothing was done, or it failed',
    laws: ['L7', 'L8'],
    file: 'test/call/call.test.ts',
    test: 'a false claim is cut before a sound of it is heard, and the model is told the truth',
  },
  {
    pain: 'Two callers get one slot: checked, then inserted',
    laws: ['L11'],
    file: 'test/db/races.test.ts',
    test: 'of a hundred callers on one slot, at overlapping times, one gets it, quickly and without a deadlock',
  },
  {
    pain: 'The wrong day or hour: «next Tuesday», UTC, the night the clock changes',
    laws: ['L9', 'L13'],
    file: 'test/booking/clock-changes.test.ts',
    test: 'give the starts that the clocks themselves give',
  },
  {
    pain: '«Are you still there?» again and again, during work, or never',
    laws: ['L4'],
    file: machine,
    test: 'below three seconds the AI says nothing, then one line, then nothing more',
  },
  {
    pain: 'The turn never ends when audio packets stop',
    laws: ['L5'],
    file: 'test/transport/twilio/silence-padding.test.ts',
    test: 'nothing is fed for 750 ms, and from then on all that is missing',
  },
  {
    pain: 'A transcript invented from noise or silence',
    laws: ['L6'],
    file: machine,
    test: 'one word nobody could make out is no turn',
  },
  {
    pain: 'The goodbye is cut, or the line stays open',
    laws: ['L19'],
    file: machine,
    test: 'ends the call after a minute',
  },
  {
    pain: 'The model’s session drops: everything is forgotten, and the caller greeted again',
    laws: ['L4', 'L12'],
    file: 'test/call/call.test.ts',
    test: 'is replaced, and the new one is told what was said, each in its role, before it goes on',
  },
  {
    pain: 'An answer that fails, or a rate limit, is dead air and no line in the log',
    laws: ['L5'],
    file: model,
    test: noCallBreaks,
  },
  {
    pain: 'The guardrail is too late: the audio has left',
    laws: ['L7'],
    file: 'test/call/audio-path.test.ts',
    test: 'is stopped before its audio leaves',
  },
  {
    pain: 'The flow is stuck, or spoken twice',
    laws: ['L5', 'L15'],
    file: model,
    test: 'every state of the world «%s» can come to its end',
  },
  {
    pain: 'Choppy audio: the pacing drifts',
    laws: ['L3'],
    file: 'test/speech/playout.test.ts',
    test: 'the phone is fed about 200 ms ahead and never more than one piece beyond',
  },
  {
    pain: 'Anybody may open the media stream: toll fraud, the prompt leaks',
    laws: ['L17'],
    file: 'test/transport/twilio/media-door.test.ts',
    test: 'who are none are refused at the upgrade',
  },
  {
    pain: 'Memory leaks; state of one call shows up in the next',
    laws: ['L16', 'L19'],
    file: 'test/laws/simulation.test.ts',
    test: 'no law is broken in any of a thousand simulated calls, each of two hundred events or more',
  },
  {
    pain: 'A deploy or a crash drops live calls',
    laws: ['L12', 'L19'],
    file: 'test/call/front-desk.test.ts',
    test: 'a call whose node is gone goes on at the other as a call of its own, with a higher epoch',
  },
];

import type { Answer, ParserReply, PracticeBrain, Transcription } from '../brain/brain.ts';
import { obedientLine } from '../brain/obedient-lines.ts';
import type { Occasion } from '../brain/occasion.ts';
import type { HeardSpeech } from '../model/voice-detector.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { AnswerRule, CallScript, CallStep } from './call-script.ts';

const CLEAR = -0.05;
const MUFFLED = -2.5;

/** A brain that follows a script, and is obedient where the script says nothing. */
export interface ScriptBrain extends PracticeBrain {
  /** Tells which step an utterance of the caller belongs to. */
  expectUtterance(number: number, step: CallStep): void;
}

function answerBy(rule: AnswerRule): Answer {
  const { say, speed, wordMs, createdMs, firstAudioMs, fate, dropAfterMs } = rule;
  const timing = withoutUndefined({ speed, wordMs, createdMs, firstAudioMs, fate, dropAfterMs });
  return { items: typeof say === 'string' ? [say] : say, ...timing };
}

function nameOf(occasion: Occasion): string {
  return occasion.kind === 'server' ? occasion.name : occasion.kind;
}

function normal(text: string): string {
  return text.split(/\s+/u).join(' ').trim();
}

export function createScriptBrain(script: CallScript): ScriptBrain {
  const utterances = new Map<number, CallStep>();
  const usesLeft = new Map(script.model.answers.map((rule) => [rule, rule.times ?? Infinity]));
  let turns = 0;

  function answer(occasion: Occasion): Answer {
    const rule = script.model.answers.find((one) => one.on === nameOf(occasion) && (usesLeft.get(one) ?? 0) > 0);
    if (occasion.kind === 'turn') turns += 1;
    if (rule === undefined) return { items: [obedientLine(occasion, turns)] };
    usesLeft.set(rule, (usesLeft.get(rule) ?? 0) - 1);
    return answerBy(rule);
  }

  function transcribe(heard: HeardSpeech): Transcription {
    const steps = heard.utterances.map((number) => utterances.get(number)).filter((step) => step !== undefined);
    const text = normal(steps.map((step) => step.heardAs ?? step.say ?? '').join(' '));
    const last = steps.at(-1);
    const confidence = last?.confidence ?? (text === '' ? MUFFLED : CLEAR);
    return { text, confidence, ...withoutUndefined({ afterMs: last?.transcriptMs, fate: last?.transcript }) };
  }

  function parse(text: string): ParserReply {
    const spoken = normal(text);
    const steps = [...utterances.values()].reverse();
    const step =
      steps.find((one) => normal(one.heardAs ?? one.say ?? '') === spoken) ??
      steps.find((one) => spoken.includes(normal(one.heardAs ?? one.say ?? '\n')));
    const after = step?.parserMs === undefined ? {} : { afterMs: step.parserMs };
    if (step?.parser !== undefined) return { kind: 'trouble', trouble: step.parser, ...after };
    return { kind: 'read', wish: withoutUndefined(step?.means ?? { action: 'none' }), ...after };
  }

  return {
    answer,
    transcribe,
    parse: (request) => parse(request.text),
    expectUtterance: (number, step) => void utterances.set(number, step),
  };
}

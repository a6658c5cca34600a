import type { PracticeModel } from '../model/practice-model.ts';
import { InvitedPhone } from '../phone/invited-phone.ts';
import type { InvitedPhoneOptions } from '../phone/invited-phone.ts';
import type { CallScript } from '../script/call-script.ts';
import { createScriptBrain } from '../script/script-brain.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { CallRecord } from './call-record.ts';
import { StepPlayer } from './step-player.ts';

const GOODBYE_MS = 4000;

/** How far a practice call came: all its steps, or why not. */
export type Practised = { kind: 'played' } | { kind: 'stopped'; why: string };

/** The caller of a script rings, speaks, listens and hangs up; the model thinks what the script says. Nothing is judged. */
export async function practise(
  script: CallScript,
  { model, ...invitation }: Omit<InvitedPhoneOptions, 'observe'> & { model: PracticeModel },
): Promise<Practised> {
  const record = new CallRecord();
  const brain = createScriptBrain(script);
  model.steer({
    brain,
    races: withoutUndefined(script.model.races),
    observe: (news) => void record.model.push(news),
  });
  const phone = new InvitedPhone({ ...invitation, observe: (news) => void record.phone.push(news) });
  const over = phone.over();
  const player = new StepPlayer({
    phone,
    record,
    sight: 'bothEnds',
    announce: (number, step) => brain.expectUtterance(number, step),
  });
  const practised = await playSteps(script, player);
  await player.hearOut();
  phone.hangUp();
  await Promise.race([over, new Promise((resolve) => setTimeout(resolve, GOODBYE_MS).unref())]);
  return practised;
}

async function playSteps(script: CallScript, player: StepPlayer): Promise<Practised> {
  for (const step of script.steps) {
    const outcome = await player.play(step);
    if (outcome.kind === 'failed') return { kind: 'stopped', why: outcome.why };
  }
  return { kind: 'played' };
}

import { z } from 'zod';
import { named } from './registry.ts';
import { yesOrNo } from './values.ts';

export const practiceScripts = named(
  'PracticeScripts',
  z.object({ items: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() })) }),
);

const draft = yesOrNo.optional().describe('Held by the draft, where there is one');

export const newTestCall = named('NewTestCall', z.strictObject({ draft }));
export const newPracticeCall = named(
  'NewPracticeCall',
  z.strictObject({ script: z.string('Give the name of a script.').min(1).max(100), draft }),
);

export const practiceCall = named('PracticeCall', z.object({ callSid: z.string() }));

export const testCall = named(
  'TestCall',
  z.object({
    callSid: z.string(),
    streamSid: z.string(),
    accountSid: z.string(),
    streamUrl: z.string().describe('Open it from a page of the console: it needs the session cookie'),
    customParameters: z.object({ token: z.string().describe('Good once, for a minute; goes into `start`') }),
  }),
);

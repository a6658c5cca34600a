import { z } from 'zod';
import { pageOf } from './lists.ts';
import { named } from './registry.ts';
import { settings, settingsChange } from './settings.ts';
import { anyId, instant, internationalPhone, letterText, nameText, timezone, yesOrNo } from './values.ts';

/** Layer 2 of the prompt; stored and told to the model to the letter. */
export const aiPrompt = named('AiPrompt', z.strictObject({ calls: letterText(100_000) }, 'Give { "calls": "…" }.'));

const changeable = {
  name: nameText(),
  phoneNumber: internationalPhone,
  timezone,
  language: z.enum(['he'], 'Only Hebrew, he, is spoken.'),
  aiPrompt,
  fallbackNumber: internationalPhone.nullable(),
};

export const newBusiness = named(
  'NewBusiness',
  z.strictObject({
    name: changeable.name,
    phoneNumber: changeable.phoneNumber,
    timezone: timezone.optional(),
    language: changeable.language.optional(),
    aiPrompt: aiPrompt.optional(),
    fallbackNumber: changeable.fallbackNumber.optional(),
    settings: settingsChange.optional(),
  }),
);

export const businessChange = named('BusinessChange', z.strictObject({ ...changeable, active: yesOrNo }).partial());

const business = named(
  'Business',
  z.object({
    id: anyId,
    name: z.string(),
    phoneNumber: z.string(),
    timezone: z.string(),
    language: z.string(),
    active: z.boolean(),
    fallbackNumber: z.string().nullable(),
    aiPrompt: z.object({ calls: z.string() }),
    createdAt: instant,
    updatedAt: instant,
  }),
);

export const businessWithSettings = named('BusinessWithSettings', z.object({ ...business.shape, settings }));

export const promptPreview = named(
  'PromptPreview',
  z.object({
    layers: z.array(z.object({ name: z.enum(['critical', 'business', 'dynamic']), text: z.string() })),
    text: z.string(),
  }),
);

export const businessAnswer = business;
export const businessPage = pageOf('BusinessPage', business);
export const businessParams = z.object({ businessId: anyId });

export type NewBusiness = z.output<typeof newBusiness>;

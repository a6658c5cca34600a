import { z } from 'zod';
import { aiPrompt } from './businesses.ts';
import { pageOf, pageQuery } from './lists.ts';
import { named } from './registry.ts';
import { settings, settingsChange, settingsWarning } from './settings.ts';
import { anyId, instant, realDate, wholeNumber } from './values.ts';

/** What may be tried out: the business's own words and when it may be booked; what is left out stays as it is. */
const copyChange = { aiPrompt: aiPrompt.optional(), settings: settingsChange.optional() };
const copy = { aiPrompt: z.object({ calls: z.string() }), settings };

const draft = named('Draft', z.object({ ...copy, changedBy: z.string(), updatedAt: instant }));

export const draftAndPublished = named(
  'DraftAndPublished',
  z.object({ draft: draft.nullable(), published: z.object(copy) }),
);

export const draftChange = named('DraftChange', z.strictObject(copyChange));

export const previewRequest = named(
  'PreviewRequest',
  z.strictObject({ ...copyChange, from: realDate, days: wholeNumber(1, 62) }),
);

export const preview = named(
  'Preview',
  z.object({
    layers: z.array(
      z.object({ name: z.enum(['critical', 'business', 'dynamic']), text: z.string(), characters: z.int() }),
    ),
    criticalLimit: z.int().describe('Layer 1 may have so many characters'),
    days: z.array(z.object({ date: z.string(), slots: z.array(z.string()) })),
    warnings: z.array(settingsWarning),
  }),
);

const version = named(
  'Version',
  z.object({
    number: z.int(),
    cause: z.enum(['first', 'settings', 'prompt', 'published', 'restored']),
    restoredFrom: z.int().nullable(),
    madeBy: z.string(),
    madeAt: instant,
    ...copy,
  }),
);

export const versionAnswer = version;
export const versionPage = pageOf('VersionPage', version);
export const versionQuery = z.object(pageQuery(50, 200));
export const versionParams = z.object({ businessId: anyId, number: z.coerce.number().int().min(1).max(2_000_000_000) });

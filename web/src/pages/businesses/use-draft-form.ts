import { useState } from 'react';
import type { DraftAndPublished } from '../../api/drafts.ts';
import { draftValuesOf, hasFaults, settingsOf } from './draft-values.ts';
import type { DraftValues } from './draft-values.ts';

const sameAs = (one: DraftValues, other: DraftValues): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the reader has changed of a business, over its draft, over what is published. */
export function useDraftForm({ draft, published: live }: DraftAndPublished) {
  const published = draftValuesOf(live.aiPrompt.calls, live.settings);
  const kept = draft === null ? published : draftValuesOf(draft.aiPrompt.calls, draft.settings);
  const [edited, setEdited] = useState<DraftValues | null>(null);
  const values = edited ?? kept;
  return {
    values,
    body: { aiPrompt: { calls: values.prompt }, settings: settingsOf(values) },
    isSaved: sameAs(values, kept),
    isPublished: sameAs(values, published),
    isValid: !hasFaults(values),
    change: (change: Partial<DraftValues>) => setEdited({ ...values, ...change }),
    forget: () => setEdited(null),
  };
}

export type DraftForm = ReturnType<typeof useDraftForm>;

import { useDebouncedValue } from '@mantine/hooks';
import { usePreview } from '../../api/drafts.ts';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { todayIn } from '../../i18n/today.ts';
import type { DraftForm } from './use-draft-form.ts';

const PREVIEW_DAYS = 14;
const AFTER_TYPING_MS = 350;

/** The preview of what is in the form, a moment after the last change. */
export function useDraftPreview(
  { id, timezone }: Pick<BusinessWithSettings, 'id' | 'timezone'>,
  { body, isValid }: DraftForm,
) {
  const [wanted] = useDebouncedValue({ text: JSON.stringify(body), isValid }, AFTER_TYPING_MS);
  const draft = JSON.parse(wanted.text) as DraftForm['body'];
  return usePreview(id, { ...draft, from: todayIn(timezone), days: PREVIEW_DAYS }, wanted.isValid);
}

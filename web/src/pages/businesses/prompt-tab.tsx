import type { BusinessWithSettings } from '../../api/businesses.ts';
import { Failure } from '../../shell/failure.tsx';
import { PromptEditor } from './prompt-editor.tsx';
import { useDraftPreview } from './use-draft-preview.ts';
import type { DraftForm } from './use-draft-form.ts';

export function PromptTab({ business, form }: { business: BusinessWithSettings; form: DraftForm }) {
  const preview = useDraftPreview(business, form);
  return (
    <>
      {preview.isError && <Failure error={preview.error} />}
      <PromptEditor
        prompt={form.values.prompt}
        layers={preview.data?.layers ?? []}
        limit={preview.data?.criticalLimit}
        onChange={(prompt) => form.change({ prompt })}
      />
    </>
  );
}

import { Affix, Button, Card, Group, Text, Transition } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMicrophone, IconRocket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useDiscardDraft, usePublish, useSaveDraft } from '../../api/drafts.ts';
import { useProblemText } from '../../shell/use-problem-text.ts';
import type { DraftForm } from './use-draft-form.ts';

interface DraftBarProps {
  business: BusinessWithSettings;
  form: DraftForm;
}

/** Appears with the first change: try it, publish it, or drop it. */
export function DraftBar({ business, form }: DraftBarProps) {
  return (
    <>
      {!form.isPublished && <div style={{ height: 110 }} />}
      <Affix position={{ bottom: 16, left: 16, right: 16 }} zIndex={150}>
        <Transition transition="slide-up" mounted={!form.isPublished}>
          {(styles) => (
            <Card style={styles} shadow="lg" padding="md" maw={820} mx="auto" role="region">
              <DraftActions business={business} form={form} />
            </Card>
          )}
        </Transition>
      </Affix>
    </>
  );
}

function DraftActions({ business, form }: DraftBarProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const save = useSaveDraft(business.id);
  const publish = usePublish(business.id);
  const discard = useDiscardDraft(business.id);
  const onError = useTellProblem();
  const talk = () =>
    save.mutate(form.body, { onError, onSuccess: () => void navigate(`/talk?business=${business.id}&draft=true`) });
  const publishNow = () =>
    publish.mutate(form.body, {
      onError,
      onSuccess() {
        form.forget();
        notifications.show({ message: t('draft.published') });
      },
    });
  return (
    <Group justify="space-between" gap="sm">
      <Text fw={600} role="status">
        {form.isValid ? t(form.isSaved ? 'draft.saved' : 'draft.changed') : t('draft.faulty')}
      </Text>
      <Group gap="xs">
        <Button
          variant="subtle"
          color="gray"
          loading={discard.isPending}
          onClick={() => discard.mutate(undefined, { onError, onSuccess: form.forget })}
        >
          {t('draft.discard')}
        </Button>
        <Button
          variant="light"
          leftSection={<IconMicrophone size={16} aria-hidden />}
          disabled={!form.isValid}
          loading={save.isPending}
          onClick={talk}
        >
          {t('draft.try')}
        </Button>
        <Button
          leftSection={<IconRocket size={16} aria-hidden />}
          disabled={!form.isValid}
          loading={publish.isPending}
          onClick={publishNow}
        >
          {t('draft.publish')}
        </Button>
      </Group>
    </Group>
  );
}

function useTellProblem(): (error: unknown) => void {
  const problemText = useProblemText();
  return (error) => notifications.show({ color: 'red', message: problemText(error) });
}

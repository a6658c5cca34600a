import { Button, Card, Group, Stack, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useChangeLead } from '../../api/leads.ts';
import type { Lead } from '../../api/leads.ts';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';

/** What people of the business know and mean to do. */
export function LeadNotes({ lead }: { lead: Lead }) {
  const { t } = useTranslation();
  const { byField } = useFieldWords();
  const change = useChangeLead(lead.id);
  const form = useForm({
    initialValues: { name: lead.name ?? '', notes: lead.notes ?? '' },
  });
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  const submit = form.onSubmit(({ name, notes }) =>
    change.mutate(
      { name: orNull(name), notes: orNull(notes) },
      {
        onError: (error) => form.setErrors(byField(error)),
        onSuccess() {
          form.resetDirty();
          notifications.show({ message: t('common.saved') });
        },
      },
    ),
  );
  return (
    <Card>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SectionTitle title={t('leads.notesTitle')} />
          <TextInput label={t('leads.name')} {...form.getInputProps('name')} />
          <Textarea
            label={t('leads.notes')}
            autosize
            minRows={4}
            classNames={{ input: 'own-words' }}
            {...form.getInputProps('notes')}
          />
          {change.isError && <Failure error={change.error} shown={Object.keys(form.values)} />}
          <Group justify="flex-end">
            <Button type="submit" disabled={!form.isDirty()} loading={change.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

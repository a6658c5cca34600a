import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useChangeLead } from '../../api/leads.ts';
import type { Lead } from '../../api/leads.ts';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';

/** What the last call left for the owner to do; gone once it is done. */
export function LeadFollowUp({ lead: { id, followUp } }: { lead: Lead }) {
  const { t } = useTranslation();
  const change = useChangeLead(id);
  if (followUp === null) return null;
  const done = () =>
    change.mutate({ followUp: null }, { onSuccess: () => notifications.show({ message: t('leads.followUpDone') }) });
  return (
    <Card className="follow-up">
      <Stack gap="sm">
        <SectionTitle title={t('leads.followUp')} />
        <Text className="spoken" dir="auto" fw={600}>
          {followUp}
        </Text>
        {change.isError && <Failure error={change.error} />}
        <Group justify="flex-end">
          <Button leftSection={<IconCheck size={18} aria-hidden />} loading={change.isPending} onClick={done}>
            {t('leads.markDone')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

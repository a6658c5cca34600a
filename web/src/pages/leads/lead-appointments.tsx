import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLeadAppointments } from '../../api/appointments.ts';
import type { Lead } from '../../api/leads.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';

const COLORS = { confirmed: 'teal', held: 'orange', cancelled: 'gray' } as const;

export function LeadAppointments({ lead }: { lead: Lead }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const appointments = useLeadAppointments(lead);
  return (
    <Card>
      <Stack gap="sm">
        <SectionTitle title={t('leads.appointments')} />
        {appointments.isPending && <Waiting />}
        {appointments.isError && <Failure error={appointments.error} again={() => void appointments.refetch()} />}
        {appointments.data?.length === 0 && <Text c="dimmed">{t('leads.noAppointments')}</Text>}
        {appointments.data?.map(({ id, date, time, status }) => (
          <Group key={id} justify="space-between">
            <Text>
              {day(date)}, <bdi>{time}</bdi>
            </Text>
            <Badge color={COLORS[status]}>{t(`statuses.${status}`)}</Badge>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

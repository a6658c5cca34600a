import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../api/appointments.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { PersonBadge } from './person-badge.tsx';
import type { Staff } from './staff.ts';

interface AppointmentListProps {
  staff: Staff;
  appointments: readonly Appointment[];
  onOpen: (appointment: Appointment) => void;
}

/** The coming appointments, day by day. */
export function AppointmentList({ staff, appointments, onOpen }: AppointmentListProps) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const dates = [...new Set(appointments.map(({ date }) => date))];
  if (dates.length === 0)
    return <NothingHere icon={IconCalendar} title={t('appointments.none')} text={t('appointments.noneText')} />;
  return (
    <Stack gap="lg">
      {dates.map((date) => (
        <Stack key={date} gap="xs">
          <SectionTitle title={day(date)} />
          {appointments
            .filter((one) => one.date === date)
            .map((one) => (
              <Card key={one.id} component="button" padding="sm" radius="md" onClick={() => onOpen(one)}>
                <Group justify="space-between">
                  <Group>
                    <Text fw={700} className="numeric ltr">
                      {one.time}
                    </Text>
                    <Text>{one.name}</Text>
                    <PersonBadge staff={staff} resourceId={one.resourceId} />
                    {one.status === 'held' && <Badge color="orange">{t('appointments.held')}</Badge>}
                  </Group>
                  <Text c="dimmed">
                    <PhoneNumber number={one.phone} />
                  </Text>
                </Group>
              </Card>
            ))}
        </Stack>
      ))}
    </Stack>
  );
}

import { Badge, Card, Table } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Business } from '../../api/businesses.ts';
import { useReminders } from '../../api/reminders.ts';
import type { Reminder } from '../../api/reminders.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Failure } from '../../shell/failure.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { OfOneBusiness } from '../../shell/of-one-business.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { Waiting } from '../../shell/waiting.tsx';

const COLORS = {
  pending: 'blue',
  queued: 'blue',
  sent: 'teal',
  kept: 'orange',
  cancelled: 'gray',
  failed: 'red',
} as const;

export function RemindersPage() {
  return <OfOneBusiness icon={IconBell}>{(business) => <Reminders business={business} />}</OfOneBusiness>;
}

/** Reminders that callers asked for, and what became of them. */
function Reminders({ business }: { business: Business }) {
  const { t } = useTranslation();
  const reminders = useReminders(business.id);
  return (
    <>
      <PageHead title={t('reminders.title')} text={`${business.name} · ${t('reminders.text')}`} />
      {reminders.isPending && <Waiting />}
      {reminders.isError && <Failure error={reminders.error} again={() => void reminders.refetch()} />}
      {reminders.data?.length === 0 && (
        <NothingHere icon={IconBell} title={t('reminders.none')} text={t('reminders.noneText')} />
      )}
      {reminders.data !== undefined && reminders.data.length > 0 && (
        <ReminderTable reminders={reminders.data} zone={business.timezone} />
      )}
      <MoreButton list={reminders} />
    </>
  );
}

function ReminderTable({ reminders, zone }: { reminders: readonly Reminder[]; zone: string }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <Card padding={0}>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('reminders.who')}</Table.Th>
              <Table.Th>{t('reminders.appointment')}</Table.Th>
              <Table.Th>{t('reminders.due')}</Table.Th>
              <Table.Th>{t('reminders.status')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reminders.map(({ id, name, phone, startsAt, dueAt, status, note }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <bdi>{name}</bdi> <PhoneNumber number={phone} />
                </Table.Td>
                <Table.Td>{moment(startsAt, zone)}</Table.Td>
                <Table.Td>{moment(dueAt, zone)}</Table.Td>
                <Table.Td>
                  <Badge color={COLORS[status]} title={note ?? undefined}>
                    {t(`reminders.${status}`)}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import { useLeaveWaitlist, useWaitlist } from '../../api/waitlist.ts';
import type { WaitlistEntry } from '../../api/waitlist.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmButton } from '../../shell/confirm-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { OfOneBusiness } from '../../shell/of-one-business.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';

export function WaitlistPage() {
  return <OfOneBusiness icon={IconHourglass}>{(business) => <Waitlist business={business} />}</OfOneBusiness>;
}

/** Who waits for a free time, day by day, who came first first. */
function Waitlist({ business }: { business: Business }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const entries = useWaitlist(business.id);
  const waiting = entries.data ?? [];
  const dates = [...new Set(waiting.map(({ date }) => date))];
  return (
    <>
      <PageHead title={t('waitlist.title')} text={`${business.name} · ${t('waitlist.text')}`} />
      {entries.isPending && <Waiting />}
      {entries.isError && <Failure error={entries.error} again={() => void entries.refetch()} />}
      {entries.data?.length === 0 && (
        <NothingHere icon={IconHourglass} title={t('waitlist.none')} text={t('waitlist.noneText')} />
      )}
      <Stack gap="lg" maw={820}>
        {dates.map((date) => (
          <Stack key={date} gap="xs">
            <SectionTitle title={day(date)} />
            {waiting
              .filter((entry) => entry.date === date)
              .map((entry) => (
                <EntryCard key={entry.id} entry={entry} zone={business.timezone} />
              ))}
          </Stack>
        ))}
      </Stack>
    </>
  );
}

function EntryCard({ entry, zone }: { entry: WaitlistEntry; zone: string }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const leave = useLeaveWaitlist();
  const { id, name, phone, leadId, status, createdAt, toldAt } = entry;
  return (
    <Card padding="sm">
      <Group justify="space-between">
        <Group>
          <Anchor component={Link} to={`/leads/${leadId}`} fw={600}>
            {name}
          </Anchor>
          <Text c="dimmed">
            <PhoneNumber number={phone} />
          </Text>
          {status === 'told' && <Badge color="teal">{t('waitlist.told')}</Badge>}
          <Text fz="sm" c="dimmed">
            {moment(toldAt ?? createdAt, zone)}
          </Text>
        </Group>
        <ConfirmButton
          size="compact-sm"
          color="red"
          label={t('waitlist.remove')}
          aria-label={`${name}: ${t('waitlist.remove')}`}
          question={t('waitlist.question')}
          loading={leave.isPending}
          onConfirm={() => leave.mutate(id)}
        />
      </Group>
      {leave.isError && <Failure error={leave.error} />}
    </Card>
  );
}

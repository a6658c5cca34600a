import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCalls } from '../../api/calls.ts';
import type { Lead } from '../../api/leads.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { Failure } from '../../shell/failure.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';

export function LeadCalls({ lead }: { lead: Lead }) {
  const { t } = useTranslation();
  const { moment, duration } = useFormats();
  const { businesses } = useChosenBusiness();
  const zone = businesses.find(({ id }) => id === lead.businessId)?.timezone;
  const calls = useCalls({ businessId: lead.businessId, leadId: lead.id });
  return (
    <Card>
      <Stack gap="sm">
        <SectionTitle title={t('leads.calls')} />
        {calls.isPending && <Waiting />}
        {calls.isError && <Failure error={calls.error} again={() => void calls.refetch()} />}
        {calls.data?.length === 0 && <Text c="dimmed">{t('leads.noCalls')}</Text>}
        {calls.data?.map(({ callSid, startedAt, endedAt, outcome }) => (
          <Group key={callSid} justify="space-between">
            <Anchor component={Link} to={`/calls/${callSid}`}>
              {moment(startedAt, zone)}
            </Anchor>
            <Group gap="sm">
              <Text c="dimmed" className="numeric">
                {endedAt === null ? '' : duration(Date.parse(endedAt) - Date.parse(startedAt))}
              </Text>
              <OutcomeBadge outcome={outcome} />
            </Group>
          </Group>
        ))}
        <MoreButton list={calls} />
      </Stack>
    </Card>
  );
}

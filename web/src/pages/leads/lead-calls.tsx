import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCalls } from '../../api/calls.ts';
import type { Lead } from '../../api/leads.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';

export function LeadCalls({ lead }: { lead: Lead }) {
  const { t } = useTranslation();
  const { moment, duration } = useFormats();
  const calls = useCalls({ businessId: lead.businessId, limit: 500 });
  const items = (calls.data?.items ?? []).filter(({ leadId }) => leadId === lead.id);
  return (
    <Card>
      <Stack gap="sm">
        <SectionTitle title={t('leads.calls')} />
        {items.length === 0 && <Text c="dimmed">{t('leads.noCalls')}</Text>}
        {items.map(({ callSid, startedAt, endedAt, outcome }) => (
          <Group key={callSid} justify="space-between">
            <Anchor component={Link} to={`/calls/${callSid}`}>
              {moment(startedAt)}
            </Anchor>
            <Group gap="sm">
              <Text c="dimmed" className="numeric">
                {endedAt === null ? '' : duration(Date.parse(endedAt) - Date.parse(startedAt))}
              </Text>
              <OutcomeBadge outcome={outcome} />
            </Group>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

import { Grid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLead } from '../../api/leads.ts';
import { Failure } from '../../shell/failure.tsx';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { LeadAppointments } from './lead-appointments.tsx';
import { LeadCalls } from './lead-calls.tsx';
import { LeadFollowUp } from './lead-follow-up.tsx';
import { LeadNotes } from './lead-notes.tsx';
import { LeadSummary } from './lead-summary.tsx';

/** One person who rang: what they wanted, what came of it, what to do next. */
export function LeadPage() {
  const { t } = useTranslation();
  const { leadId = '' } = useParams();
  const lead = useLead(leadId);
  if (lead.isPending) return <Waiting />;
  if (lead.isError) return <Failure error={lead.error} again={() => void lead.refetch()} />;
  const { name, phone, outcome } = lead.data;
  return (
    <>
      <PageHead title={name ?? t('leads.nameless')}>
        <OutcomeBadge outcome={outcome} />
        <Text fz="lg">
          <PhoneNumber number={phone} />
        </Text>
      </PageHead>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <LeadFollowUp lead={lead.data} />
            <LeadSummary lead={lead.data} />
            <LeadNotes key={lead.data.id} lead={lead.data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <LeadAppointments lead={lead.data} />
            <LeadCalls lead={lead.data} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}

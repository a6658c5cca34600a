import { Button, SimpleGrid, Stack } from '@mantine/core';
import { IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHasCalls } from '../../api/calls.ts';
import { useLiveCalls } from '../../api/live.ts';
import type { LiveCall, LiveWatch } from '../../api/live.ts';
import type { Business } from '../../api/businesses.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { LostWatch } from '../../shell/lost-watch.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { LiveCallCard } from './live-call-card.tsx';
import { QuietLine } from './quiet-line.tsx';
import { RecentCalls } from './recent-calls.tsx';
import { Welcome } from './welcome.tsx';

/** Who is on the line now, and who was. Where nobody has ever called, how to make the first call. */
export function LiveCallsPage() {
  const { t } = useTranslation();
  const { businesses, chosen, isPending } = useChosenBusiness();
  const businessId = chosen?.id;
  const watch = useLiveCalls({ businessId });
  const called = useHasCalls(businessId);
  if (isPending || called.isPending) return <Waiting />;
  const live = watch.calls.filter(({ isOver }) => !isOver);
  const isFirstTime = live.length === 0 && called.data === false;
  return (
    <>
      <PageHead title={t('live.title')} text={t('live.text')}>
        <Button component={Link} to="/talk" variant="light" leftSection={<IconMicrophone size={18} aria-hidden />}>
          {t('live.talk')}
        </Button>
      </PageHead>
      <LostWatch connection={watch.connection} />
      {isFirstTime && <Welcome business={chosen ?? businesses[0] ?? null} />}
      {!isFirstTime && <Lines live={live} watch={watch} businesses={businesses} businessId={businessId} />}
    </>
  );
}

interface LinesProps {
  live: readonly LiveCall[];
  watch: LiveWatch;
  businesses: readonly Business[];
  businessId: string | undefined;
}

function Lines({ live, watch: { connection, finished }, businesses, businessId }: LinesProps) {
  const { t } = useTranslation();
  const isTold = connection === 'open';
  return (
    <Stack gap="xl">
      {live.length === 0 && isTold && <QuietLine />}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} aria-live="polite">
        {live.map((call) => (
          <LiveCallCard key={call.callSid} call={call} businesses={businesses} isTold={isTold} />
        ))}
      </SimpleGrid>
      <Stack gap="sm">
        <SectionTitle title={t('live.recent')} />
        <RecentCalls key={businessId} businessId={businessId} finished={finished} />
      </Stack>
    </Stack>
  );
}

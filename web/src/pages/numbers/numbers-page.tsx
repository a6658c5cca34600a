import '@mantine/charts/styles.css';
import { Grid, SegmentedControl } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Business } from '../../api/businesses.ts';
import { useNumbers } from '../../api/numbers.ts';
import { todayIn } from '../../i18n/today.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { CallsByDay } from './calls-by-day.tsx';
import { Figures } from './figures.tsx';
import { Outcomes } from './outcomes.tsx';
import { Refusals } from './refusals.tsx';

const periods = { days7: 7, days30: 30, days90: 90 } as const;
type PeriodName = keyof typeof periods;
const names = ['days7', 'days30', 'days90'] as const;

/** What happened on the calls of a period, of one business or of all. */
export function NumbersPage() {
  const { businesses, chosen, isPending } = useChosenBusiness();
  if (isPending) return <Waiting />;
  // Of all businesses the day of the one farthest east: nobody's today is left out.
  const todays = (chosen === null ? businesses : [chosen]).map(({ timezone }) => todayIn(timezone));
  return <NumbersUntil business={chosen} today={todays.sort().at(-1) ?? todayIn('UTC')} />;
}

function NumbersUntil({ business, today: to }: { business: Business | null; today: string }) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<PeriodName>('days30');
  const from = dayjs(to)
    .subtract(periods[period] - 1, 'day')
    .format('YYYY-MM-DD');
  const numbers = useNumbers({ businessId: business?.id, from, to });
  return (
    <>
      <PageHead title={t('numbers.title')} text={business?.name ?? t('nav.allBusinesses')}>
        <SegmentedControl
          aria-label={t('numbers.period')}
          value={period}
          onChange={(value) => setPeriod(names.find((name) => name === value) ?? 'days30')}
          data={names.map((name) => ({ value: name, label: t(`numbers.${name}`) }))}
        />
      </PageHead>
      {numbers.isPending && <Waiting />}
      {numbers.isError && <Failure error={numbers.error} again={() => void numbers.refetch()} />}
      {numbers.data?.calls === 0 && (
        <NothingHere icon={IconChartBar} title={t('numbers.none')} text={t('numbers.noneText')} />
      )}
      {numbers.data !== undefined && numbers.data.calls > 0 && (
        <Grid gap="lg">
          <Grid.Col span={12}>
            <Figures numbers={numbers.data} />
          </Grid.Col>
          <Grid.Col span={12}>
            <CallsByDay days={numbers.data.days} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Outcomes outcomes={numbers.data.outcomes} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 6 }}>
            <Refusals refusals={numbers.data.refusals} />
          </Grid.Col>
        </Grid>
      )}
    </>
  );
}

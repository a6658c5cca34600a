import { BarChart } from '@mantine/charts';
import { Card } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Numbers } from '../../api/numbers.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SectionTitle } from '../../shell/section-title.tsx';

/** Time runs left to right, as on every chart. */
export function CallsByDay({ days }: Pick<Numbers, 'days'>) {
  const { t } = useTranslation();
  const { shortDay } = useFormats();
  return (
    <Card>
      <SectionTitle title={t('numbers.perDay')} />
      <div dir="ltr" role="img" aria-label={t('numbers.perDay')}>
        <BarChart
          h={260}
          mt="md"
          data={days.map(({ date, calls, bookings }) => ({ date: shortDay(date), calls, bookings }))}
          dataKey="date"
          withLegend
          series={[
            { name: 'calls', label: t('numbers.calls'), color: 'indigo.5' },
            { name: 'bookings', label: t('numbers.bookings'), color: 'teal.6' },
          ]}
          yAxisProps={{ allowDecimals: false, width: 36 }}
        />
      </div>
    </Card>
  );
}

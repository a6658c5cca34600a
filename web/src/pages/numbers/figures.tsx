import { Card, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Numbers } from '../../api/numbers.ts';
import { useFormats } from '../../i18n/use-formats.ts';

/** The figures of the period, large. */
export function Figures({ numbers }: { numbers: Numbers }) {
  const { t } = useTranslation();
  const { number, money, percent, milliseconds } = useFormats();
  const { calls, bookings, callsWithBooking, answerMs, bargeInMs, deadAirs, cost } = numbers;
  const spread = ({ p50, p95 }: Numbers['answerMs']) =>
    p50 === null || p95 === null
      ? { value: '—', text: t('numbers.unknown') }
      : { value: t('numbers.half', { ms: milliseconds(p50) }), text: t('numbers.most', { ms: milliseconds(p95) }) };
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
      <Figure title={t('numbers.calls')} value={number(calls)} />
      <Figure
        title={t('numbers.bookings')}
        value={number(bookings)}
        text={`${percent(calls === 0 ? 0 : callsWithBooking / calls)} · ${t('numbers.share')}`}
      />
      <Figure title={t('numbers.answer')} {...spread(answerMs)} />
      <Figure title={t('numbers.bargeIn')} {...spread(bargeInMs)} />
      <Figure title={t('numbers.silence')} value={number(deadAirs)} text={t('numbers.silenceHelp')} />
      <Figure
        title={t('numbers.cost')}
        value={typeof cost?.perCall === 'number' ? money(cost.perCall) : '—'}
        text={cost === null ? t('numbers.noPrice') : undefined}
      />
    </SimpleGrid>
  );
}

function Figure({ title, value, text }: { title: string; value: string; text?: string | undefined }) {
  return (
    <Card padding="md">
      <Stack gap={4}>
        <Text fz="sm" c="dimmed">
          {title}
        </Text>
        <Text fz="xl" fw={700} lh={1.2} className="numeric">
          {value}
        </Text>
        {text !== undefined && (
          <Text fz="xs" c="dimmed">
            {text}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

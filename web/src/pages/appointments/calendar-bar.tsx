import { ActionIcon, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { todayIn } from '../../i18n/today.ts';
import { rangeOf, turned, views } from './calendar-range.ts';
import type { View } from './calendar-range.ts';

interface CalendarBarProps {
  view: View;
  date: string;
  zone: string;
  onView: (view: View) => void;
  onDate: (date: string) => void;
}

export function CalendarBar({ view, date, zone, onView, onDate }: CalendarBarProps) {
  const { t } = useTranslation();
  const { day, shortDay, month } = useFormats();
  const { language } = useLanguage();
  const [Before, After] = language === 'he' ? [IconChevronRight, IconChevronLeft] : [IconChevronLeft, IconChevronRight];
  const { from, to } = rangeOf(view, date);
  const titles = {
    day: day(date),
    week: `${shortDay(from)} – ${shortDay(to)}`,
    month: month(date),
    list: `${shortDay(from)} – ${shortDay(to)}`,
  };
  return (
    <Group justify="space-between" mb="md" gap="sm">
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('calendar.before')}
          onClick={() => onDate(turned(view, date, -1))}
        >
          <Before size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="sm" onClick={() => onDate(todayIn(zone))}>
          {t('calendar.today')}
        </Button>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('calendar.after')}
          onClick={() => onDate(turned(view, date, 1))}
        >
          <After size={18} aria-hidden />
        </ActionIcon>
        <Text fw={650} fz="lg" mx="xs" aria-live="polite">
          {titles[view]}
        </Text>
      </Group>
      <SegmentedControl
        aria-label={t('calendar.view')}
        value={view}
        onChange={(value) => onView(views.find((one) => one === value) ?? 'week')}
        data={views.map((value) => ({ value, label: t(`calendar.${value}`) }))}
      />
    </Group>
  );
}

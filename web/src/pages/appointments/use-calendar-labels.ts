import type { ScheduleLabelsOverride } from '@mantine/schedule';
import { useTranslation } from 'react-i18next';

/** The words of the calendar component, in the reader's language. */
export function useCalendarLabels(): ScheduleLabelsOverride {
  const { t } = useTranslation();
  return {
    day: t('calendar.day'),
    week: t('calendar.week'),
    month: t('calendar.month'),
    year: t('calendar.year'),
    allDay: t('calendar.allDay'),
    weekday: t('calendar.weekday'),
    timeSlot: t('calendar.timeSlot'),
    today: t('calendar.today'),
    next: t('calendar.after'),
    previous: t('calendar.before'),
    more: t('common.more'),
    noEvents: t('calendar.empty'),
    moreLabel: (count) => t('calendar.moreEvents', { count }),
    viewSelectLabel: t('calendar.view'),
  };
}

import '@mantine/dates/styles.css';
import '@mantine/schedule/styles.css';
import { Card } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { notifications } from '@mantine/notifications';
import { Schedule } from '@mantine/schedule';
import type { ScheduleEventData } from '@mantine/schedule';
import dayjs from 'dayjs';
import 'dayjs/locale/he';
import { useTranslation } from 'react-i18next';
import { useChangeAppointment } from '../../api/appointments.ts';
import type { Appointment } from '../../api/appointments.ts';
import type { Business } from '../../api/businesses.ts';
import { useResources } from '../../api/resources.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useProblemText } from '../../shell/use-problem-text.ts';
import type { Opening } from './appointments-page.tsx';
import type { View } from './calendar-range.ts';
import { useCalendarLabels } from './use-calendar-labels.ts';

interface CalendarProps {
  view: Exclude<View, 'list'>;
  date: string;
  business: Business;
  appointments: readonly Appointment[];
  onOpen: (appointment: Appointment) => void;
  onFree: (opening: Opening) => void;
  onDay: (date: string) => void;
}

/** One colour for each who takes appointments; orange is kept for what is held. */
const COLORS = ['teal', 'indigo', 'grape', 'cyan', 'lime', 'pink'] as const;
const FIRST_HOUR = 7;
const LAST_HOUR = 21;

/** Day, week and month of the diary: drag to move, click a free time to book. */
export function Calendar({ view, date, business, appointments, onOpen, onFree, onDay }: CalendarProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const move = useMove();
  const labels = useCalendarLabels();
  const staff = (useResources(business.id).data ?? []).filter(({ active }) => active);
  const hours = shownHours(appointments);
  const grid = {
    ...hours,
    intervalMinutes: 30,
    withHeader: false,
    withAllDaySlots: false,
    startScrollTime: '08:00:00',
    getCurrentTime: () => wallClockIn(business.timezone),
  };
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 0, weekendDays: [] }}>
      <Card padding={0} className="diary">
        <Schedule
          view={view}
          date={date}
          locale={language}
          labels={labels}
          events={appointments.map((one) => eventOf(one, { staff, held: t('appointments.held') }))}
          withEventsDragAndDrop
          canDragEvent={({ id }) => appointments.some((one) => one.id === id && one.status === 'confirmed')}
          onEventDrop={({ eventId, newStart }) => move(String(eventId), newStart)}
          onEventClick={({ id }) => {
            const found = appointments.find((one) => one.id === id);
            if (found) onOpen(found);
          }}
          onTimeSlotClick={({ slotStart }) => onFree(openingAt(slotStart))}
          {...(view === 'month' && { onDayClick: onDay })}
          dayViewProps={grid}
          weekViewProps={{ ...grid, withWeekNumber: false, highlightToday: true }}
          monthViewProps={{ withHeader: false, classNames: { monthViewEvents: 'month-events' } }}
        />
      </Card>
    </DatesProvider>
  );
}

const openingAt = (start: string): Opening => ({ date: start.slice(0, 10), time: start.slice(11, 16) });

interface Painting {
  staff: readonly { id: string; name: string }[];
  /** What stands on a slot that is held. */
  held: string;
}

/** With more than one who takes appointments, each has a colour and is named. */
function eventOf(appointment: Appointment, { staff, held }: Painting): ScheduleEventData {
  const { id, date, time, startsAt, endsAt, name, status, resourceId } = appointment;
  const at = staff.findIndex((one) => one.id === resourceId);
  const withWhom = staff.length > 1 && at >= 0 ? ` · ${staff[at]?.name ?? ''}` : '';
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return {
    id,
    title: `${time} ${status === 'held' ? held : name}${withWhom}`,
    start: `${date} ${time}:00`,
    end: dayjs(`${date}T${time}:00`).add(minutes, 'minute').format('YYYY-MM-DD HH:mm:ss'),
    color: status === 'held' ? 'orange' : (COLORS[Math.max(0, at) % COLORS.length] ?? 'teal'),
    variant: 'light',
  };
}

/** From seven to nine, and as far as there are appointments before and after. */
function shownHours(appointments: readonly Appointment[]): { startTime: string; endTime: string } {
  const hours = appointments.map(({ time }) => Number(time.slice(0, 2)));
  const from = Math.min(FIRST_HOUR, ...hours);
  const until = Math.max(LAST_HOUR, ...hours.map((hour) => hour + 1));
  const two = (hour: number) => String(hour).padStart(2, '0');
  return { startTime: `${two(from)}:00:00`, endTime: until >= 24 ? '23:59:59' : `${two(until)}:00:00` };
}

const wallClockIn = (zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date());

/** Moves an appointment; where that cannot be, it stays and the reason is told. */
function useMove(): (id: string, newStart: string) => void {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const change = useChangeAppointment();
  return (id, newStart) =>
    change.mutate(
      { id, change: openingAt(newStart) },
      {
        onSuccess: () => notifications.show({ message: t('appointments.moved') }),
        onError: (error) =>
          notifications.show({ color: 'red', title: t('appointments.notMoved'), message: problemText(error) }),
      },
    );
}

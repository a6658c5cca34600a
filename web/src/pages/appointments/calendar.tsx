import '@mantine/dates/styles.css';
import '@mantine/schedule/styles.css';
import { Card } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Schedule } from '@mantine/schedule';
import type { ScheduleEventData } from '@mantine/schedule';
import dayjs from 'dayjs';
import 'dayjs/locale/he';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../api/appointments.ts';
import { useBusiness } from '../../api/businesses.ts';
import type { Business } from '../../api/businesses.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Opening } from './appointments-page.tsx';
import type { View } from './calendar-range.ts';
import { gridMinutes } from './grid-minutes.ts';
import type { Staff } from './staff.ts';
import { useCalendarLabels } from './use-calendar-labels.ts';
import { useMove } from './use-move.tsx';

interface CalendarProps {
  view: Exclude<View, 'list'>;
  date: string;
  business: Business;
  staff: Staff;
  appointments: readonly Appointment[];
  onOpen: (appointment: Appointment) => void;
  onFree: (opening: Opening) => void;
  onDay: (date: string) => void;
}

const FIRST_HOUR = 7;
const LAST_HOUR = 21;
const USUAL_STEP = 30;
const HOUR_PX = 64;
const ROW_PX = 24;

/** Day, week and month of the diary: drag to move, click a free time to book. */
export function Calendar({ view, date, business, staff, appointments, onOpen, onFree, onDay }: CalendarProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const move = useMove(staff);
  const labels = useCalendarLabels();
  const intervalMinutes = gridMinutes(useBusiness(business.id).data?.settings.slotIntervalMinutes ?? USUAL_STEP);
  const find = (wanted: string | number) => appointments.find(({ id }) => id === wanted);
  const grid = {
    ...shownHours(appointments),
    intervalMinutes,
    slotHeight: Math.max(HOUR_PX, (60 / intervalMinutes) * ROW_PX),
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
          canDragEvent={({ id }) => find(id)?.status === 'confirmed'}
          onEventDrop={({ eventId, newStart }) => {
            const dragged = find(eventId);
            if (dragged) move(dragged, openingAt(newStart));
          }}
          onEventClick={({ id }) => {
            const clicked = find(id);
            if (clicked) onOpen(clicked);
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
  staff: Staff;
  /** What stands on a slot that is held. */
  held: string;
}

/** With more than one who takes appointments, each has a colour and is named. */
function eventOf(appointment: Appointment, { staff, held }: Painting): ScheduleEventData {
  const { id, date, time, startsAt, endsAt, name, status, resourceId } = appointment;
  const withWhom = staff.nameOf(resourceId);
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  return {
    id,
    title: `${time} ${status === 'held' ? held : name}${withWhom === null ? '' : ` · ${withWhom}`}`,
    start: `${date} ${time}:00`,
    end: dayjs(`${date}T${time}:00`).add(minutes, 'minute').format('YYYY-MM-DD HH:mm:ss'),
    color: status === 'held' ? 'orange' : staff.colorOf(resourceId),
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

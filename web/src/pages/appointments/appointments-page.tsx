import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendar, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppointments } from '../../api/appointments.ts';
import type { Appointment } from '../../api/appointments.ts';
import type { Business } from '../../api/businesses.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { DemoSalonButton } from '../../shell/demo-salon-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { AppointmentCard } from './appointment-card.tsx';
import { AppointmentList } from './appointment-list.tsx';
import { BookingForm } from './booking-form.tsx';
import { Calendar } from './calendar.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { todayIn } from '../../i18n/today.ts';
import { rangeOf } from './calendar-range.ts';
import type { View } from './calendar-range.ts';
import { useStaff } from './use-staff.ts';

/** The diary of one business. */
export function AppointmentsPage() {
  const { t } = useTranslation();
  const { one, isPending } = useChosenBusiness();
  if (isPending) return <Waiting />;
  if (one === null) {
    return (
      <NothingHere icon={IconCalendar} title={t('appointments.noBusiness')} text={t('appointments.noBusinessText')}>
        <DemoSalonButton />
      </NothingHere>
    );
  }
  return <Diary key={one.id} business={one} />;
}

export interface Opening {
  date: string;
  time: string;
}

function Diary({ business }: { business: Business }) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [view, setView] = useState<View>(isNarrow ? 'list' : 'week');
  const today = todayIn(business.timezone);
  const [date, setDate] = useState(today);
  const [booking, setBooking] = useState<Opening | null>(null);
  const staff = useStaff(business.id);
  const [opened, setOpened] = useState<Appointment | null>(null);
  const appointments = useAppointments(business.id, rangeOf(view, date));
  /** The list goes on from what was shown: from its first day, or from today where that is in it. */
  const show = (next: View): void => {
    const { from, to } = rangeOf(view, date);
    if (next === 'list' && view !== 'list') setDate(from <= today && today <= to ? today : from);
    setView(next);
  };
  const shown = appointments.data?.filter(({ status }) => status !== 'cancelled');
  return (
    <>
      <PageHead title={t('appointments.title')} text={business.name}>
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setBooking({ date: date < today ? today : date, time: '' })}
        >
          {t('appointments.add')}
        </Button>
      </PageHead>
      <CalendarBar view={view} date={date} zone={business.timezone} onView={show} onDate={setDate} />
      {appointments.isError && <Failure error={appointments.error} again={() => void appointments.refetch()} />}
      {appointments.isPending && <Waiting />}
      {shown && view === 'list' && <AppointmentList staff={staff} appointments={shown} onOpen={setOpened} />}
      {shown && view !== 'list' && (
        <Calendar
          view={view}
          date={date}
          business={business}
          staff={staff}
          appointments={shown}
          onOpen={setOpened}
          onFree={setBooking}
          onDay={(day) => {
            setDate(day);
            setView('day');
          }}
        />
      )}
      <BookingForm business={business} staff={staff} opening={booking} onClose={() => setBooking(null)} />
      <AppointmentCard staff={staff} appointment={opened} onClose={() => setOpened(null)} />
    </>
  );
}

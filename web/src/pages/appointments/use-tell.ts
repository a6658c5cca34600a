import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../api/appointments.ts';
import type { Staff } from './staff.ts';

/** Tells what was done, and with whom the appointment is; that it is with another than before is said. */
export function useTell(staff: Staff): (done: string, appointment: Appointment, before?: Appointment) => void {
  const { t } = useTranslation();
  return (done, { resourceId }, before) => {
    const name = staff.nameOf(resourceId);
    if (name === null) {
      notifications.show({ message: done });
      return;
    }
    const isWithAnother = before !== undefined && before.resourceId !== resourceId;
    const message = isWithAnother ? t('appointments.nowWith', { name }) : t('appointments.with', { name });
    notifications.show({ title: done, message });
  };
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useChangeAppointment, whoIsFree } from '../../api/appointments.ts';
import type { Appointment } from '../../api/appointments.ts';
import { useProblemText } from '../../shell/use-problem-text.ts';
import type { Opening } from './appointments-page.tsx';
import type { Staff } from './staff.ts';
import { useTell } from './use-tell.ts';

/**
 * Moves an appointment and leaves it with whom it is. Where that cannot be, it stays: the reason is told, and whoever else is free then is
 * offered by name.
 */
export function useMove(staff: Staff): (appointment: Appointment, to: Opening) => void {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const change = useChangeAppointment();
  const tell = useTell(staff);

  async function refuse(appointment: Appointment, to: Opening, reason: string): Promise<void> {
    const ids = staff.choices.map(({ id }) => id).filter((id) => id !== appointment.resourceId);
    const free = await whoIsFree(appointment.businessId, to, ids).catch((): string[] => []);
    const others = staff.choices.filter(({ id }) => free.includes(id));
    const notice = notifications.show({
      color: 'red',
      title: t('appointments.notMoved'),
      ...(others.length > 0 && { autoClose: false }),
      message: (
        <Stack gap="xs">
          <Text fz="sm">{reason}</Text>
          <Group gap="xs">
            {others.map(({ id, name }) => (
              <Button
                key={id}
                size="compact-sm"
                variant="light"
                onClick={() => {
                  notifications.hide(notice);
                  void move(appointment, to, id);
                }}
              >
                {t('appointments.moveTo', { name })}
              </Button>
            ))}
          </Group>
        </Stack>
      ),
    });
  }

  async function move(appointment: Appointment, to: Opening, resourceId: string): Promise<void> {
    try {
      const moved = await change.mutateAsync({ id: appointment.id, change: { ...to, resourceId } });
      tell(t('appointments.moved'), moved, appointment);
    } catch (error) {
      await refuse(appointment, to, problemText(error));
    }
  }

  return (appointment, to) => {
    const { resourceId } = appointment;
    const name = staff.nameOf(resourceId) ?? '';
    void (staff.hasLeft(resourceId)
      ? refuse(appointment, to, t('appointments.hasLeft', { name }))
      : move(appointment, to, resourceId));
  };
}

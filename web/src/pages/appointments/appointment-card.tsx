import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChangeAppointment } from '../../api/appointments.ts';
import type { Appointment } from '../../api/appointments.ts';
import type { Business } from '../../api/businesses.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmButton } from '../../shell/confirm-button.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import type { Opening } from './appointments-page.tsx';
import { BookingRefusal } from './booking-refusal.tsx';
import { SlotChoice } from './slot-choice.tsx';

interface AppointmentCardProps {
  business: Business;
  appointment: Appointment | null;
  onClose: () => void;
}

/** One appointment: who, when, from which call; to be moved or cancelled. */
export function AppointmentCard({ business, appointment, onClose }: AppointmentCardProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={appointment !== null}
      onClose={onClose}
      title={appointment?.name ?? ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {appointment !== null && (
        <Stack>
          <Facts appointment={appointment} />
          {appointment.status === 'confirmed' && (
            <Changes business={business} appointment={appointment} onClose={onClose} />
          )}
        </Stack>
      )}
    </Modal>
  );
}

function Facts({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { date, time, phone, callSid, leadId, status } = appointment;
  return (
    <Stack gap={4}>
      <Text fw={600} fz="lg">
        {day(date)}, <bdi>{time}</bdi>
      </Text>
      <Text>
        <PhoneNumber number={phone} />
      </Text>
      {status === 'held' && <Text c="orange">{t('appointments.heldText')}</Text>}
      <Group gap="md">
        <Anchor component={Link} to={`/leads/${leadId}`}>
          {t('appointments.toLead')}
        </Anchor>
        {callSid !== null && (
          <Anchor component={Link} to={`/calls/${callSid}`}>
            {t('appointments.toCall')}
          </Anchor>
        )}
      </Group>
    </Stack>
  );
}

function Changes({ business, appointment, onClose }: AppointmentCardProps & { appointment: Appointment }) {
  const { t } = useTranslation();
  const change = useChangeAppointment();
  const [slot, setSlot] = useState<Opening>({ date: appointment.date, time: appointment.time });
  const isSame = slot.date === appointment.date && slot.time === appointment.time;
  const done = (message: string) => {
    notifications.show({ message });
    onClose();
  };
  const { id } = appointment;
  return (
    <Stack>
      <SlotChoice businessId={business.id} {...slot} onChange={setSlot} />
      <BookingRefusal error={change.error} onChoose={setSlot} />
      <Group justify="space-between">
        <ConfirmButton
          color="red"
          label={t('appointments.cancel')}
          question={t('appointments.cancelQuestion')}
          onConfirm={() =>
            change.mutate(
              { id, change: { status: 'cancelled' } },
              { onSuccess: () => done(t('appointments.cancelled')) },
            )
          }
        />
        <Button
          disabled={isSame || slot.time === ''}
          loading={change.isPending}
          onClick={() => change.mutate({ id, change: slot }, { onSuccess: () => done(t('appointments.moved')) })}
        >
          {t('appointments.move')}
        </Button>
      </Group>
    </Stack>
  );
}

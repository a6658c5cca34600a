import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChangeAppointment } from '../../api/appointments.ts';
import type { Appointment } from '../../api/appointments.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmButton } from '../../shell/confirm-button.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import type { Opening } from './appointments-page.tsx';
import { BookingRefusal } from './booking-refusal.tsx';
import { PersonBadge } from './person-badge.tsx';
import { PersonSelect } from './person-select.tsx';
import { SlotChoice } from './slot-choice.tsx';
import type { Staff } from './staff.ts';
import { useTell } from './use-tell.ts';

interface AppointmentCardProps {
  staff: Staff;
  appointment: Appointment | null;
  onClose: () => void;
}

/** One appointment: who, when, with whom, from which call; to be moved or cancelled. */
export function AppointmentCard({ staff, appointment, onClose }: AppointmentCardProps) {
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
          <Facts staff={staff} appointment={appointment} />
          {appointment.status === 'confirmed' && <Changes staff={staff} appointment={appointment} onClose={onClose} />}
        </Stack>
      )}
    </Modal>
  );
}

interface OpenedCard {
  staff: Staff;
  appointment: Appointment;
}

function Facts({ staff, appointment }: OpenedCard) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { date, time, phone, callSid, leadId, status, resourceId } = appointment;
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Text fw={600} fz="lg">
          {day(date)}, <bdi>{time}</bdi>
        </Text>
        <PersonBadge staff={staff} resourceId={resourceId} />
      </Group>
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

function Changes({ staff, appointment, onClose }: OpenedCard & { onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeAppointment();
  const tell = useTell(staff);
  const { id, businessId, resourceId } = appointment;
  const [slot, setSlot] = useState<Opening>({ date: appointment.date, time: appointment.time });
  const [personId, setPersonId] = useState(staff.hasLeft(resourceId) ? null : resourceId);
  const isSameTime = slot.date === appointment.date && slot.time === appointment.time;
  const isSamePerson = personId === null || personId === resourceId;
  const move = { ...slot, ...(personId !== null && { resourceId: personId }) };
  const done = (message: string, changed: Appointment) => {
    tell(message, changed, appointment);
    onClose();
  };
  return (
    <Stack>
      <PersonSelect staff={staff} personId={personId} onChange={setPersonId} />
      <SlotChoice businessId={businessId} personId={personId} {...slot} onChange={setSlot} />
      <BookingRefusal error={change.error} onChoose={setSlot} />
      <Group justify="space-between">
        <ConfirmButton
          color="red"
          label={t('appointments.cancel')}
          question={t('appointments.cancelQuestion')}
          onConfirm={() =>
            change.mutate(
              { id, change: { status: 'cancelled' } },
              { onSuccess: (changed) => done(t('appointments.cancelled'), changed) },
            )
          }
        />
        <Button
          disabled={(isSameTime && isSamePerson) || slot.time === ''}
          loading={change.isPending}
          onClick={() =>
            change.mutate({ id, change: move }, { onSuccess: (changed) => done(t('appointments.moved'), changed) })
          }
        >
          {t('appointments.move')}
        </Button>
      </Group>
    </Stack>
  );
}

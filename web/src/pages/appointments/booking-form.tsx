import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBook, useFirstFreeDay } from '../../api/appointments.ts';
import type { Business } from '../../api/businesses.ts';
import { canBePhoneNumber } from '../../shell/can-be-phone-number.ts';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { Waiting } from '../../shell/waiting.tsx';
import type { Opening } from './appointments-page.tsx';
import { BookingRefusal } from './booking-refusal.tsx';
import { PersonSelect } from './person-select.tsx';
import { SlotChoice } from './slot-choice.tsx';
import type { Staff } from './staff.ts';
import { useTell } from './use-tell.ts';

/** The fields that say themselves what is wrong with them. */
const SHOWN = ['name', 'phone', 'time'];

interface BookingFormProps {
  business: Business;
  staff: Staff;
  opening: Opening | null;
  onClose: () => void;
}

/** Books by hand, by the same rules as a call does. */
export function BookingForm({ business, staff, opening, onClose }: BookingFormProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opening !== null}
      onClose={onClose}
      title={t('appointments.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {opening !== null && <OnAFreeDay business={business} staff={staff} opening={opening} onClose={onClose} />}
    </Modal>
  );
}

interface OpenedForm {
  business: Business;
  staff: Staff;
  opening: Opening;
  onClose: () => void;
}

/** Where no time was chosen, the form begins on a day that has one. */
function OnAFreeDay({ business, staff, opening, onClose }: OpenedForm) {
  const first = useFirstFreeDay(business.id, opening.date);
  if (first.isPending) return <Waiting />;
  const date = opening.time === '' ? (first.data ?? opening.date) : opening.date;
  return <BookingFields business={business} staff={staff} opening={{ ...opening, date }} onClose={onClose} />;
}

function BookingFields({ business, staff, opening, onClose }: OpenedForm) {
  const { t } = useTranslation();
  const { byField } = useFieldWords();
  const book = useBook(business.id);
  const tell = useTell(staff);
  const [personId, setPersonId] = useState<string | null>(null);
  const missing = (value: string) => (value.trim() === '' ? t('appointments.missing') : null);
  const notDialled = (phone: string) => (canBePhoneNumber(phone) ? null : t('wrong.not-a-phone-number'));
  const form = useForm({
    initialValues: { ...opening, name: '', phone: '' },
    validate: { date: missing, time: missing, name: missing, phone: (value) => missing(value) ?? notDialled(value) },
  });
  const submit = form.onSubmit((values) =>
    book.mutate(
      { ...values, ...(personId !== null && { resourceId: personId }) },
      {
        onError: (error) => form.setErrors(byField(error)),
        onSuccess(booked) {
          tell(t('appointments.booked'), booked);
          onClose();
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('appointments.name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('appointments.phone')}
          type="tel"
          required
          classNames={{ input: 'ltr' }}
          {...form.getInputProps('phone')}
        />
        <PersonSelect staff={staff} personId={personId} onChange={setPersonId} />
        <SlotChoice
          businessId={business.id}
          personId={personId}
          date={form.values.date}
          time={form.values.time}
          error={form.errors['time']}
          onChange={(slot) => form.setValues(slot)}
        />
        <BookingRefusal error={book.error} shown={SHOWN} onChoose={(slot) => form.setValues(slot)} />
        <Group justify="flex-end">
          <Button type="submit" loading={book.isPending}>
            {t('appointments.book')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

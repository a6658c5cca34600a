import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFreeSlots } from '../../api/appointments.ts';
import { DateField } from '../../shell/date-field.tsx';
import type { Opening } from './appointments-page.tsx';

interface SlotChoiceProps {
  businessId: string;
  /** Null: whoever is free. */
  personId: string | null;
  date: string;
  time: string;
  error?: ReactNode;
  onChange: (slot: Opening) => void;
}

/** A day and one of the times at which the person is free then. A time that is not free can be asked for too: the answer says why not. */
export function SlotChoice({ businessId, personId, date, time, error, onChange }: SlotChoiceProps) {
  const { t } = useTranslation();
  const slots = useFreeSlots(businessId, { date, personId });
  const free = slots.data ?? [];
  const offered = time === '' || free.includes(time) ? free : [...free, time].sort();
  return (
    <Group grow align="flex-start">
      <DateField
        label={t('appointments.date')}
        required
        date={date}
        onChange={(chosen) => onChange({ date: chosen, time })}
      />
      <Select
        label={t('appointments.time')}
        required
        searchable
        data={offered}
        value={time === '' ? null : time}
        error={error}
        placeholder={slots.data?.length === 0 ? t('appointments.fullDay') : t('appointments.chooseTime')}
        nothingFoundMessage={t('appointments.fullDay')}
        onChange={(chosen) => onChange({ date, time: chosen ?? '' })}
      />
    </Group>
  );
}

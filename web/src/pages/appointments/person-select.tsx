import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Staff } from './staff.ts';

interface PersonSelectProps {
  staff: Staff;
  /** Null: whoever is free. */
  personId: string | null;
  onChange: (personId: string | null) => void;
}

const WHOEVER = 'whoever';

/** With whom; not there where there is nobody to choose between. */
export function PersonSelect({ staff, personId, onChange }: PersonSelectProps) {
  const { t } = useTranslation();
  if (staff.choices.length === 0) return null;
  return (
    <Select
      label={t('appointments.withWhom')}
      data={[
        { value: WHOEVER, label: t('appointments.whoever') },
        ...staff.choices.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={personId ?? WHOEVER}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen === WHOEVER ? null : chosen)}
    />
  );
}

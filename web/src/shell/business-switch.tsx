import { Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import { useChosenBusiness } from './chosen-business.ts';

const ALL = 'all';

/** Whose calls, appointments, leads and numbers are shown. An owner has one business and no choice. */
export function BusinessSwitch(props: Pick<SelectProps, 'visibleFrom' | 'hiddenFrom' | 'w' | 'mb'>) {
  const { t } = useTranslation();
  const { businesses, chosen, choose } = useChosenBusiness();
  const role = useSession().data?.user.role;
  if (role !== 'operator' || businesses.length < 2) return null;
  const options = businesses.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      {...props}
      aria-label={t('nav.business')}
      leftSection={<IconBuildingStore size={18} aria-hidden />}
      data={[{ value: ALL, label: t('nav.allBusinesses') }, ...options]}
      value={chosen?.id ?? ALL}
      onChange={(id) => choose(id === ALL ? null : id)}
      allowDeselect={false}
      searchable
    />
  );
}

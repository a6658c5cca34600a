import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Staff } from './staff.ts';

interface PersonBadgeProps {
  staff: Staff;
  resourceId: string;
}

/** With whom an appointment is, in their colour of the calendar. */
export function PersonBadge({ staff, resourceId }: PersonBadgeProps) {
  const { t } = useTranslation();
  const name = staff.nameOf(resourceId);
  if (name === null) return null;
  return <Badge color={staff.colorOf(resourceId)}>{t('appointments.with', { name })}</Badge>;
}

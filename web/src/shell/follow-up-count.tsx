import { Badge, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFollowUpCount } from '../api/leads.ts';
import { useChosenBusiness } from './chosen-business.ts';

/** How many people of the business wait for its owner. */
export function FollowUpCount() {
  const { one } = useChosenBusiness();
  return one === null ? null : <CountOf businessId={one.id} />;
}

function CountOf({ businessId }: { businessId: string }) {
  const { t } = useTranslation();
  const { data: count = '0' } = useFollowUpCount(businessId);
  if (count === '0') return null;
  return (
    <Badge color="orange" circle={count.length === 1}>
      {count}
      <VisuallyHidden> {t('leads.toDo')}</VisuallyHidden>
    </Badge>
  );
}

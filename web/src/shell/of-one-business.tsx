import type { Icon } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Business } from '../api/businesses.ts';
import { useChosenBusiness } from './chosen-business.ts';
import { DemoSalonButton } from './demo-salon-button.tsx';
import { NothingHere } from './nothing-here.tsx';
import { Waiting } from './waiting.tsx';

interface OfOneBusinessProps {
  icon: Icon;
  children: (business: Business) => ReactNode;
}

/** A page that shows one business; where there is none yet, the way to one. */
export function OfOneBusiness({ icon, children }: OfOneBusinessProps) {
  const { t } = useTranslation();
  const { one, isPending } = useChosenBusiness();
  if (isPending) return <Waiting />;
  if (one !== null) return <Fragment key={one.id}>{children(one)}</Fragment>;
  return (
    <NothingHere icon={icon} title={t('businesses.none')} text={t('businesses.noneText')}>
      <DemoSalonButton />
    </NothingHere>
  );
}

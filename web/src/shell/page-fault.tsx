import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from './nothing-here.tsx';

/** A page that broke or could not be loaded. */
export function PageFault() {
  const { t } = useTranslation();
  return (
    <NothingHere icon={IconPlugConnectedX} title={t('fault.title')} text={t('fault.text')}>
      <Button onClick={() => window.location.reload()}>{t('fault.again')}</Button>
    </NothingHere>
  );
}

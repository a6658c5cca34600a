import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveWatch } from '../api/live.ts';

/** Says that what is shown of live calls has stopped, while it has. */
export function LostWatch({ connection }: Pick<LiveWatch, 'connection'>) {
  const { t } = useTranslation();
  if (connection !== 'lost') return null;
  return (
    <Alert role="status" color="orange" mb="lg" icon={<IconPlugConnectedX size={18} aria-hidden />}>
      {t('live.lost')}
    </Alert>
  );
}

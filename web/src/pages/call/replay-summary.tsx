import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Replay } from '../../api/calls.ts';

/** Says so where today's machine would decide otherwise than it did in the call. */
export function ReplaySummary({ replay: { identical } }: { replay: Replay }) {
  const { t } = useTranslation();
  if (identical) return null;
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} mb="md">
      {t('scrub.different')}
    </Alert>
  );
}

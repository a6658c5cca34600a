import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from './nothing-here.tsx';

export function LostPage() {
  const { t } = useTranslation();
  return (
    <NothingHere icon={IconMapQuestion} title={t('lost.title')} text={t('lost.text')}>
      <Button component={Link} to="/" variant="light">
        {t('lost.home')}
      </Button>
    </NothingHere>
  );
}

import { Card, Group, Text, ThemeIcon } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveWatch } from '../../api/live.ts';

export function QuietLine({ connection }: Pick<LiveWatch, 'connection'>) {
  const { t } = useTranslation();
  return (
    <Card padding="md">
      <Group>
        <ThemeIcon variant="light" size="lg" radius="xl" color={connection === 'lost' ? 'orange' : 'gray'} aria-hidden>
          <IconPhone size={18} />
        </ThemeIcon>
        <Text role="status">{t(connection === 'lost' ? 'live.lost' : 'live.quiet')}</Text>
      </Group>
    </Card>
  );
}

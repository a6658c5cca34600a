import { Card, Group, Text, ThemeIcon } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function QuietLine() {
  const { t } = useTranslation();
  return (
    <Card padding="md">
      <Group>
        <ThemeIcon variant="light" size="lg" radius="xl" color="gray" aria-hidden>
          <IconPhone size={18} />
        </ThemeIcon>
        <Text role="status">{t('live.quiet')}</Text>
      </Group>
    </Card>
  );
}

import { Card, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Numbers } from '../../api/numbers.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';

export function Outcomes({ outcomes }: Pick<Numbers, 'outcomes'>) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const most = Math.max(1, ...outcomes.map(({ count }) => count));
  return (
    <Card h="100%">
      <SectionTitle title={t('numbers.outcomes')} />
      <Stack gap="md" mt="md">
        {outcomes.map(({ outcome, count }) => (
          <Stack key={outcome} gap={4}>
            <Group justify="space-between">
              <OutcomeBadge outcome={outcome} />
              <Text className="numeric">{number(count)}</Text>
            </Group>
            <Progress value={(count / most) * 100} aria-hidden />
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

import { Card, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Numbers } from '../../api/numbers.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { refusalReasons } from '../../shell/refusal-reasons.ts';
import { SectionTitle } from '../../shell/section-title.tsx';

export function Refusals({ refusals }: Pick<Numbers, 'refusals'>) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const most = Math.max(1, ...refusals.map(({ count }) => count));
  const nameOf = (reason: string): string => {
    const known = refusalReasons.find((one) => one === reason);
    return known === undefined ? reason : t(`refusals.${known}`);
  };
  return (
    <Card h="100%">
      <SectionTitle title={t('numbers.refusals')} />
      <Stack gap="md" mt="md">
        {refusals.length === 0 && <Text c="dimmed">{t('numbers.noRefusals')}</Text>}
        {refusals.map(({ reason, count }) => (
          <Stack key={reason} gap={4}>
            <Group justify="space-between">
              <Text>{nameOf(reason)}</Text>
              <Text className="numeric">{number(count)}</Text>
            </Group>
            <Progress value={(count / most) * 100} color="orange" aria-hidden />
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

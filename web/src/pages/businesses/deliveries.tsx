import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useDeliveries } from '../../api/webhooks.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SectionTitle } from '../../shell/section-title.tsx';
import { useWebhookWords } from './use-webhook-words.ts';

const COLORS = { waiting: 'blue', delivered: 'teal', dead: 'red' } as const;

/** What was told to webhooks lately, and how it was taken. */
export function Deliveries({ business }: { business: BusinessWithSettings }) {
  const { t } = useTranslation();
  const { moment, number } = useFormats();
  const { ofEvent, ofFailure } = useWebhookWords();
  const deliveries = useDeliveries(business.id).data ?? [];
  if (deliveries.length === 0) return null;
  return (
    <Card>
      <SectionTitle title={t('webhooks.deliveries')} />
      <Stack mt="md" gap="xs">
        {deliveries.map(({ id, type, status, attempts, lastError, lastStatus, happenedAt }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Stack gap={0}>
              <Text title={type}>{ofEvent(type)}</Text>
              {lastError !== null && (
                <Text fz="xs" c="dimmed" className="spoken">
                  {lastStatus ?? ''} {ofFailure(lastError)}
                </Text>
              )}
            </Stack>
            <Group gap="xs" wrap="nowrap">
              <Text fz="sm" c="dimmed">
                {moment(happenedAt, business.timezone)}
              </Text>
              <Badge color={COLORS[status]} title={number(attempts)}>
                {t(`webhooks.${status}`)}
              </Badge>
            </Group>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

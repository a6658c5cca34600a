import { Alert, Badge, Button, Card, Code, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useAddWebhook, useRemoveWebhook, useWebhooks } from '../../api/webhooks.ts';
import type { Webhook, WebhookEvent } from '../../api/webhooks.ts';
import { ConfirmButton } from '../../shell/confirm-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { Deliveries } from './deliveries.tsx';
import { useWebhookWords } from './use-webhook-words.ts';

const EVENTS: readonly WebhookEvent[] = [
  'appointment.created',
  'appointment.moved',
  'appointment.cancelled',
  'lead.created',
  'lead.updated',
  'call.ended',
  'reminder.due',
  'waitlist.freed',
];

/** Which systems of the business are told of what, and what was told them. */
export function WebhooksTab({ business }: { business: BusinessWithSettings }) {
  const { t } = useTranslation();
  const webhooks = useWebhooks(business.id);
  if (webhooks.isPending) return <Waiting />;
  if (webhooks.isError) return <Failure error={webhooks.error} again={() => void webhooks.refetch()} />;
  return (
    <Stack maw={820}>
      <Card>
        <SectionTitle title={t('webhooks.title')} text={t('webhooks.text')} />
        <Stack mt="md">
          {webhooks.data.map((webhook) => (
            <WebhookRow key={webhook.id} businessId={business.id} webhook={webhook} />
          ))}
          <NewWebhook businessId={business.id} />
        </Stack>
      </Card>
      <Deliveries business={business} />
    </Stack>
  );
}

function WebhookRow({ businessId, webhook: { id, url, events } }: { businessId: string; webhook: Webhook }) {
  const { t } = useTranslation();
  const { ofEvent } = useWebhookWords();
  const remove = useRemoveWebhook(businessId);
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start">
        <Stack gap={6}>
          <Text fw={600} className="ltr spoken">
            {url}
          </Text>
          <Group gap={6}>
            {events.map((event) => (
              <Badge key={event} color="gray" title={event}>
                {ofEvent(event)}
              </Badge>
            ))}
          </Group>
        </Stack>
        <ConfirmButton
          size="compact-sm"
          color="red"
          label={t('webhooks.remove')}
          aria-label={`${url}: ${t('webhooks.remove')}`}
          question={t('webhooks.question')}
          loading={remove.isPending}
          onConfirm={() => remove.mutate(id)}
        />
      </Group>
      {remove.isError && <Failure error={remove.error} />}
    </Stack>
  );
}

function NewWebhook({ businessId }: { businessId: string }) {
  const { t } = useTranslation();
  const { ofEvent } = useWebhookWords();
  const add = useAddWebhook(businessId);
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<WebhookEvent[]>([...EVENTS]);
  const submit = () => add.mutate({ url, events }, { onSuccess: () => setUrl('') });
  return (
    <Stack>
      <TextInput
        type="url"
        label={t('webhooks.url')}
        classNames={{ input: 'ltr' }}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('webhooks.events')}
        data={EVENTS.map((event) => ({ value: event, label: ofEvent(event) }))}
        value={events}
        onChange={(chosen) => setEvents(EVENTS.filter((event) => chosen.includes(event)))}
      />
      {add.isError && <Failure error={add.error} />}
      {add.data !== undefined && (
        <Alert color="teal" title={t('webhooks.secret')}>
          <Code className="ltr spoken">{add.data.secret}</Code>
        </Alert>
      )}
      <Group justify="flex-end">
        <Button disabled={url === '' || events.length === 0} loading={add.isPending} onClick={submit}>
          {t('webhooks.add')}
        </Button>
      </Group>
    </Stack>
  );
}

import { useTranslation } from 'react-i18next';
import type { WebhookEvent } from '../../api/webhooks.ts';
import { business as words } from '../../i18n/en/business.ts';

type Word<E extends string> = E extends `${infer A}.${infer B}` ? `${A}_${B}` : never;

const isFailure = (why: string): why is keyof typeof words.webhookFailures => why in words.webhookFailures;

/** What an event is called, and why a delivery failed; what nobody has named yet as the service says it. */
export function useWebhookWords() {
  const { t } = useTranslation();
  return {
    ofEvent: (event: WebhookEvent) => t(`webhookEvents.${event.replace('.', '_') as Word<WebhookEvent>}`),
    ofFailure: (why: string) => (isFailure(why) ? t(`webhookFailures.${why}`) : why),
  };
}

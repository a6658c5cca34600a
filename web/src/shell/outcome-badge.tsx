import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const outcomes = {
  booked: 'teal',
  completed: 'blue',
  modelUnavailable: 'red',
  silent: 'gray',
  tooLong: 'orange',
  phoneLost: 'orange',
  neverConnected: 'red',
  moved: 'teal',
  cancelled: 'gray',
  lost: 'red',
  wants_appointment: 'blue',
  question: 'blue',
  other: 'gray',
  no_request: 'gray',
} as const;

const isKnown = (outcome: string): outcome is keyof typeof outcomes => outcome in outcomes;

/** How a call ended. */
export function OutcomeBadge({ outcome }: { outcome: string | null }) {
  const { t } = useTranslation();
  if (outcome === null) return null;
  if (!isKnown(outcome)) return <Badge color="gray">{outcome}</Badge>;
  return <Badge color={outcomes[outcome]}>{t(`outcomes.${outcome}`)}</Badge>;
}

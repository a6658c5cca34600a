import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Call } from '../../api/calls.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { KindBadge } from '../../shell/kind-badge.tsx';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';

/** Who called whom, when, and how it ended. */
export function CallHead({ session, children }: { session: Call; children?: ReactNode }) {
  const { t } = useTranslation();
  const { moment, duration } = useFormats();
  const { businesses } = useChosenBusiness();
  const business = businesses.find(({ id }) => id === session.businessId);
  useDocumentTitle(`${t('call.title')} · Toran`);
  const { wish, from, leadId, startedAt, endedAt } = session;
  return (
    <Group justify="space-between" align="flex-end" gap="md" mb="lg">
      <div>
        <Group gap="sm">
          <Title order={1} fz={26}>
            {wish.name ?? <PhoneNumber number={from} />}
          </Title>
          {session.live ? <LiveBadge /> : <OutcomeBadge outcome={session.outcome} />}
          <KindBadge kind={session.kind} />
        </Group>
        <Text c="dimmed" mt={4}>
          <bdi>{business?.name}</bdi> · {moment(startedAt, business?.timezone)}
          {endedAt !== null && ` · ${duration(Date.parse(endedAt) - Date.parse(startedAt))}`}
          {leadId !== null && session.kind === 'phone' && (
            <>
              {' · '}
              <Anchor component={Link} to={`/leads/${leadId}`} inherit underline="always">
                {t('call.toLead')}
              </Anchor>
            </>
          )}
        </Text>
      </div>
      {children}
    </Group>
  );
}

function LiveBadge() {
  const { t } = useTranslation();
  return (
    <Badge color="red" leftSection={<span className="live-dot" style={{ display: 'block' }} />}>
      {t('call.live')}
    </Badge>
  );
}

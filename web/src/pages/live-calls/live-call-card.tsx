import { Card, Group, Stack, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import type { LiveCall } from '../../api/live.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { KindBadge } from '../../shell/kind-badge.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { activeStates } from '../call/chart/active-states.ts';
import { whatGoesOn } from './what-goes-on.ts';

interface LiveCallCardProps {
  call: LiveCall;
  businesses: readonly Business[];
  /** Whether news of it comes in; else it is shown as it last was. */
  isTold: boolean;
}

/** A call on the line: who, for how long, what goes on, what was said last. */
export function LiveCallCard({ call, businesses, isTold }: LiveCallCardProps) {
  const { t } = useTranslation();
  const business = businesses.find(({ id }) => id === call.businessId);
  const last = call.lastLine;
  return (
    <Card component={Link} to={`/calls/${call.callSid}`}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <span className={isTold ? 'live-dot' : 'live-dot is-lost'} aria-hidden />
            <Text fw={650}>
              <PhoneNumber number={call.from} />
            </Text>
            <KindBadge kind={call.kind} />
          </Group>
          <Elapsed since={call.startedAt} isRunning={isTold} />
        </Group>
        <Text c="dimmed" fz="sm">
          {business?.name}
        </Text>
        <Text fw={600}>{t(`goingOn.${whatGoesOn(activeStates(call.states.at(-1)))}`)}</Text>
        <Text lineClamp={2} mih={48} dir="auto" fz="sm">
          {last === null
            ? t('live.nothingSaid')
            : `${t(last.speaker === 'caller' ? 'call.caller' : 'call.toran')}: ${last.text}`}
        </Text>
      </Stack>
    </Card>
  );
}

function Elapsed({ since, isRunning }: { since: string; isRunning: boolean }) {
  const { duration } = useFormats();
  const [now, setNow] = useState(Date.now);
  const tick = () => isRunning && setNow(Date.now());
  useInterval(tick, 1_000, { autoInvoke: true });
  return (
    <Text className="numeric ltr" fw={600}>
      {duration(now - Date.parse(since))}
    </Text>
  );
}

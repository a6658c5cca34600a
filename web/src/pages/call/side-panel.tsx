import { Card, ScrollArea, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/calls.ts';
import type { SpokenLine } from '../../api/live.ts';
import { BookingFacts } from './booking-facts.tsx';
import { Conversation } from './conversation.tsx';
import type { TimedFact } from './story-so-far.ts';
import { Timeline } from './timeline.tsx';

interface SidePanelProps {
  session: Call;
  lines: readonly SpokenLine[];
  facts: readonly TimedFact[];
  /** `seq` of the fact that is shown on the chart; null for the newest. */
  current: number | null;
  onChoose?: (at: number) => void;
}

/** What was said, what happened, and what is known for the booking. */
export function SidePanel({ session, lines, facts, current, onChoose }: SidePanelProps) {
  const { t } = useTranslation();
  const height = { h: { base: 420, md: 610, xl: 720 } };
  return (
    <Card padding={0}>
      <Tabs defaultValue="conversation">
        <Tabs.List grow className="side-tabs">
          <Tabs.Tab value="conversation">{t('call.conversation')}</Tabs.Tab>
          <Tabs.Tab value="timeline">{t('call.timeline')}</Tabs.Tab>
          <Tabs.Tab value="booking">{t('call.booking')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="conversation">
          <Conversation lines={lines} {...height} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <Timeline facts={facts} current={current} onChoose={onChoose} {...height} />
        </Tabs.Panel>
        <Tabs.Panel value="booking">
          <ScrollArea {...height}>
            <BookingFacts session={session} />
          </ScrollArea>
        </Tabs.Panel>
      </Tabs>
    </Card>
  );
}

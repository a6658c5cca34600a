import { Box, Card, Divider } from '@mantine/core';
import type { ReactNode } from 'react';
import { activeStates } from './chart/active-states.ts';
import { RegionStrip } from './chart/region-strip.tsx';
import { Statechart } from './chart/statechart.tsx';

interface ChartCardProps {
  state: unknown;
  traced: readonly string[];
  /** Below the chart: the scrubber of a finished call. */
  children?: ReactNode;
}

export function ChartCard({ state, traced, children }: ChartCardProps) {
  const active = activeStates(state);
  return (
    <Card padding={0}>
      <Box px="md" py="sm" mih={50}>
        <RegionStrip active={active} />
      </Box>
      <Divider />
      <Box h={{ base: 380, md: 610, xl: 720 }}>
        <Statechart active={active} traced={traced} />
      </Box>
      {children !== undefined && <Divider />}
      {children}
    </Card>
  );
}

import { Badge, Group, Text } from '@mantine/core';
import { innermost } from './active-states.ts';
import { useStateWords } from './use-state-words.ts';

const REGIONS = [
  { id: 'inCall.floor', color: 'teal' },
  { id: 'inCall.silenceGate', color: 'indigo' },
  { id: 'inCall.booking', color: 'orange' },
  { id: 'inCall.keypad', color: 'gray' },
] as const;

/** Where the call stands, one line per region, readable at any size of the chart. */
export function RegionStrip({ active }: { active: ReadonlySet<string> }) {
  const words = useStateWords();
  const whole = ['connecting', 'ending', 'ended'].find((id) => active.has(id));
  if (whole !== undefined) return <Badge size="lg">{words(whole).label}</Badge>;
  return (
    <Group gap="sm">
      {REGIONS.map(({ id, color }) => {
        const state = innermost(active, id);
        if (state === null) return null;
        return (
          <Group key={id} gap={6} wrap="nowrap">
            <Text fz="sm" c="dimmed">
              {words(id).label}
            </Text>
            <Badge color={color} data-region={id} data-now={state} title={words(state).description}>
              {pathBelow(id, state)
                .map((step) => words(step).label)
                .join(' · ')}
            </Badge>
          </Group>
        );
      })}
    </Group>
  );
}

/** The states from below a region down to the innermost one. */
function pathBelow(region: string, state: string): string[] {
  const below = state.slice(region.length + 1).split('.');
  return below.map((_, at) => [region, ...below.slice(0, at + 1)].join('.'));
}

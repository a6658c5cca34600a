import { Box, Group, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import type { ScrollAreaProps } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFactWords } from '../../i18n/use-fact-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { factDetail } from './fact-detail.ts';
import type { TimedFact } from './story-so-far.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

interface TimelineProps {
  facts: readonly TimedFact[];
  current: number | null;
  onChoose?: ((at: number) => void) | undefined;
  h: ScrollAreaProps['h'];
}

/** Every fact in order; a click shows it on the chart of a finished call. */
export function Timeline({ facts, current, onChoose, h }: TimelineProps) {
  const { t } = useTranslation();
  const viewport = useStickToEnd(current === null ? facts.length : 0);
  return (
    <ScrollArea h={h} viewportRef={viewport} viewportProps={{ tabIndex: 0, 'aria-label': t('call.timeline') }}>
      <Stack gap={1} p="xs">
        {facts.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {t('call.nothingYet')}
          </Text>
        )}
        {facts.map((fact, at) => (
          <FactRow
            key={fact.seq}
            fact={fact}
            isCurrent={fact.seq === current}
            onChoose={onChoose === undefined ? undefined : () => onChoose(at)}
          />
        ))}
      </Stack>
    </ScrollArea>
  );
}

interface FactRowProps {
  fact: TimedFact;
  isCurrent: boolean;
  onChoose: (() => void) | undefined;
}

function FactRow({ fact, isCurrent, onChoose }: FactRowProps) {
  const { duration } = useFormats();
  const factWords = useFactWords();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const detail = factDetail(fact.fact);
  const content = (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Text fz="xs" c="dimmed" className="numeric ltr" w={58} style={{ flex: 'none' }}>
        {duration(fact.ms)}.{String(Math.floor((fact.ms % 1000) / 100))}
      </Text>
      <Text fz="sm" title={fact.type}>
        {factWords(fact.type)}
        {detail !== '' && (
          <Text span inherit c="dimmed" dir="auto">
            {' '}
            {detail}
          </Text>
        )}
      </Text>
    </Group>
  );
  const mark = { className: 'fact-row', 'data-current': isCurrent || undefined };
  return (
    <Box ref={row}>
      {onChoose === undefined ? (
        <Box {...mark}>{content}</Box>
      ) : (
        <UnstyledButton {...mark} onClick={onChoose} aria-current={isCurrent || undefined}>
          {content}
        </UnstyledButton>
      )}
    </Box>
  );
}

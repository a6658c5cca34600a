import { Badge, Box, Group, Paper, ScrollArea, Stack, Text } from '@mantine/core';
import type { ScrollAreaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpokenLine } from '../../api/live.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

interface ConversationProps {
  lines: readonly SpokenLine[];
  h: ScrollAreaProps['h'];
}

/** What was said and what of it was heard; server messages between. */
export function Conversation({ lines, h }: ConversationProps) {
  const { t } = useTranslation();
  const viewport = useStickToEnd(lines.length);
  return (
    <ScrollArea h={h} viewportRef={viewport} viewportProps={{ tabIndex: 0, 'aria-label': t('call.conversation') }}>
      <Stack gap="sm" p="md" role="log">
        {lines.length === 0 && (
          <Text c="dimmed" ta="center" py="xl">
            {t('call.nothingSaid')}
          </Text>
        )}
        {lines.map((line) =>
          line.speaker === 'server' ? (
            <ServerLine key={line.itemId} line={line} />
          ) : (
            <Bubble key={line.itemId} line={line} />
          ),
        )}
      </Stack>
    </ScrollArea>
  );
}

function Bubble({ line }: { line: SpokenLine }) {
  const { t } = useTranslation();
  const { duration, number } = useFormats();
  const isCaller = line.speaker === 'caller';
  return (
    <Box style={{ alignSelf: isCaller ? 'flex-start' : 'flex-end' }} maw="88%">
      <Group gap={6} mb={2}>
        <Text fz="xs" fw={600} c="dimmed">
          {t(isCaller ? 'call.caller' : 'call.toran')}
        </Text>
        <Text fz="xs" c="dimmed" className="numeric ltr">
          {duration(line.startedMs)}
        </Text>
        {line.cut && (
          <Badge size="sm" color="orange">
            {t('call.cut', { seconds: number((line.heardMs ?? 0) / 1000) })}
          </Badge>
        )}
      </Group>
      <Paper radius="lg" px="md" py="xs" className={isCaller ? 'bubble-caller' : 'bubble-toran'}>
        <Text className="spoken" dir="auto">
          <Words line={line} />
        </Text>
      </Paper>
    </Box>
  );
}

/** Of a line that was cut, the part nobody heard is struck out. */
function Words({ line: { text, heardText } }: { line: SpokenLine }) {
  const { t } = useTranslation();
  if (heardText === null || heardText === undefined || !text.startsWith(heardText) || heardText === text) return text;
  return (
    <>
      {heardText}
      <Text span inherit c="dimmed" td="line-through" title={t('call.notHeard')}>
        {text.slice(heardText.length)}
      </Text>
    </>
  );
}

function ServerLine({ line }: { line: SpokenLine }) {
  const { duration } = useFormats();
  return (
    <Group gap="xs" wrap="nowrap" align="baseline" justify="center">
      <Text fz="xs" c="dimmed" className="numeric ltr">
        {duration(line.startedMs)}
      </Text>
      <Text fz="xs" ff="monospace" className="server-line spoken" dir="ltr">
        {line.text}
      </Text>
    </Group>
  );
}

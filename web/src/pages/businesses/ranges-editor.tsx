import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { faultOf, nextRange } from './draft-values.ts';
import type { Range } from './draft-values.ts';
import { TimeSelect } from './time-select.tsx';

interface RangesEditorProps {
  /** Read out before each field: the day. */
  name: string;
  ranges: readonly Range[];
  onChange: (ranges: Range[]) => void;
}

/** The opening ranges of one day. */
export function RangesEditor({ name, ranges, onChange }: RangesEditorProps) {
  const { t } = useTranslation();
  const fault = faultOf(ranges);
  const replaced = (at: number, range: Range) => onChange(ranges.map((old, index) => (index === at ? range : old)));
  return (
    <Stack gap={6}>
      <Group gap="md">
        {ranges.map((range, at) => (
          <RangeRow
            key={at}
            name={name}
            range={range}
            isWrong={fault !== null}
            onChange={(changed) => replaced(at, changed)}
            onRemove={() => onChange(ranges.filter((_, index) => index !== at))}
          />
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={`${name}: ${t('hours.addRange')}`}
          onClick={() => onChange([...ranges, nextRange(ranges)])}
        >
          {t('hours.addRange')}
        </Button>
      </Group>
      {fault !== null && (
        <Text fz="sm" c="red" role="alert">
          {t(`hours.${fault}`)}
        </Text>
      )}
    </Stack>
  );
}

interface RangeRowProps {
  name: string;
  range: Range;
  isWrong: boolean;
  onChange: (range: Range) => void;
  onRemove: () => void;
}

function RangeRow({ name, range: [from, until], isWrong, onChange, onRemove }: RangeRowProps) {
  const { t } = useTranslation();
  return (
    <Group gap={6} wrap="nowrap">
      <TimeSelect
        label={`${name}: ${t('hours.from')}`}
        side="from"
        value={from}
        isWrong={isWrong}
        onChange={(time) => onChange([time, until])}
      />
      <Text c="dimmed" aria-hidden>
        –
      </Text>
      <TimeSelect
        label={`${name}: ${t('hours.until')}`}
        side="until"
        value={until}
        isWrong={isWrong}
        onChange={(time) => onChange([from, time])}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`${name}: ${t('hours.removeRange')}`} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

import { Box, Button, Card, Divider, Group, Stack, Switch, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { SectionTitle } from '../../shell/section-title.tsx';
import { WEEK, nextRange } from './draft-values.ts';
import type { Range } from './draft-values.ts';
import { RangesEditor } from './ranges-editor.tsx';

interface HoursEditorProps {
  hours: readonly Range[][];
  onChange: (hours: Range[][]) => void;
}

/** Opening hours by weekday, several ranges a day. */
export function HoursEditor({ hours, onChange }: HoursEditorProps) {
  const { t } = useTranslation();
  const first = hours.find((ranges) => ranges.length > 0);
  const replaced = (day: number, ranges: Range[]) => onChange(hours.map((old, at) => (at === day ? ranges : old)));
  const copyToOpenDays = () => onChange(hours.map((ranges) => (ranges.length > 0 && first ? first : ranges)));
  return (
    <Card>
      <Group justify="space-between" mb="md">
        <SectionTitle title={t('hours.title')} />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCopy size={14} aria-hidden />}
          disabled={first === undefined}
          onClick={copyToOpenDays}
        >
          {t('hours.copy')}
        </Button>
      </Group>
      <Stack gap="sm">
        {WEEK.map((day) => (
          <Fragment key={day}>
            {day > 0 && <Divider />}
            <DayRow day={day} ranges={hours[day] ?? []} onChange={(ranges) => replaced(day, ranges)} />
          </Fragment>
        ))}
      </Stack>
    </Card>
  );
}

function DayRow({ day, ranges, onChange }: { day: number; ranges: Range[]; onChange: (ranges: Range[]) => void }) {
  const { t } = useTranslation();
  const { weekday } = useFormats();
  const name = weekday(day);
  const isOpen = ranges.length > 0;
  return (
    <Group align="flex-start" gap="md">
      <Box w={140} pt={6}>
        <Switch label={name} checked={isOpen} onChange={() => onChange(isOpen ? [] : [nextRange([])])} />
      </Box>
      <Box flex={1} miw={240}>
        {isOpen ? (
          <RangesEditor name={name} ranges={ranges} onChange={onChange} />
        ) : (
          <Text c="dimmed" pt={6}>
            {t('hours.closed')}
          </Text>
        )}
      </Box>
    </Group>
  );
}

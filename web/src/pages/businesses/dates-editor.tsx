import { ActionIcon, Box, Button, Card, Group, SegmentedControl, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { DateField } from '../../shell/date-field.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { nextRange } from './draft-values.ts';
import type { DateChange } from './draft-values.ts';
import { RangesEditor } from './ranges-editor.tsx';

interface DatesEditorProps {
  dates: readonly DateChange[];
  observeHolidays: boolean;
  onChange: (change: { dates?: DateChange[]; observeHolidays?: boolean }) => void;
}

const DAY_MS = 86_400_000;

/** The day after the last one that is listed, or tomorrow. */
function nextDate(dates: readonly DateChange[]): string {
  const last = dates
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const from = last === undefined ? Date.now() : Date.parse(`${last}T12:00:00Z`);
  return new Date(from + DAY_MS).toISOString().slice(0, 10);
}

/** Holidays, and single dates that differ from the week. */
export function DatesEditor({ dates, observeHolidays, onChange }: DatesEditorProps) {
  const { t } = useTranslation();
  const replaced = (at: number, date: DateChange) =>
    onChange({ dates: dates.map((old, index) => (index === at ? date : old)) });
  const add = () => onChange({ dates: [...dates, { date: nextDate(dates), closed: true, ranges: [], label: '' }] });
  return (
    <Card>
      <Stack>
        <SectionTitle title={t('dates.title')} />
        <Switch
          label={t('dates.holidays')}
          description={t('dates.holidaysHelp')}
          checked={observeHolidays}
          onChange={(event) => onChange({ observeHolidays: event.currentTarget.checked })}
        />
        {dates.length === 0 && <Text c="dimmed">{t('dates.none')}</Text>}
        {dates.map((date, at) => (
          <DateRow
            key={at}
            date={date}
            onChange={(changed) => replaced(at, changed)}
            onRemove={() => onChange({ dates: dates.filter((_, index) => index !== at) })}
          />
        ))}
        <Box>
          <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('dates.add')}
          </Button>
        </Box>
      </Stack>
    </Card>
  );
}

interface DateRowProps {
  date: DateChange;
  onChange: (date: DateChange) => void;
  onRemove: () => void;
}

function DateRow({ date, onChange, onRemove }: DateRowProps) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const name = day(date.date);
  const setKind = (kind: string) =>
    onChange(
      kind === 'closed'
        ? { ...date, closed: true, ranges: [] }
        : { ...date, closed: false, ranges: date.ranges.length > 0 ? date.ranges : [nextRange([])] },
    );
  return (
    <Card padding="sm" radius="md">
      <Group align="flex-end" gap="sm">
        <DateField
          label={t('dates.date')}
          date={date.date}
          onChange={(chosen) => onChange({ ...date, date: chosen })}
        />
        <SegmentedControl
          aria-label={name}
          value={date.closed ? 'closed' : 'ranges'}
          onChange={setKind}
          data={[
            { value: 'closed', label: t('dates.closed') },
            { value: 'ranges', label: t('dates.ranges') },
          ]}
        />
        <TextInput
          flex={1}
          miw={140}
          label={t('dates.label')}
          placeholder={t('dates.labelExample')}
          value={date.label}
          onChange={(event) => onChange({ ...date, label: event.currentTarget.value })}
        />
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={`${name}: ${t('dates.remove')}`}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {!date.closed && (
        <Box mt="sm">
          <RangesEditor name={name} ranges={date.ranges} onChange={(ranges) => onChange({ ...date, ranges })} />
        </Box>
      )}
    </Card>
  );
}

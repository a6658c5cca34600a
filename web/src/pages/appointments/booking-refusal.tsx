import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../api/refusal.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useProblemText } from '../../shell/use-problem-text.ts';
import type { Opening } from './appointments-page.tsx';

interface BookingRefusalProps {
  error: unknown;
  shown?: readonly string[];
  onChoose: (slot: Opening) => void;
}

/** Why a time cannot be had, and what is near, to be taken with one click. */
export function BookingRefusal({ error, shown, onChoose }: BookingRefusalProps) {
  const { t } = useTranslation();
  const { shortDay } = useFormats();
  const problemText = useProblemText();
  if (error === null) return null;
  const alternatives = error instanceof Refusal ? error.parts.alternatives : [];
  return (
    <Alert color="orange" role="alert">
      <Stack gap="xs">
        <Text>{problemText(error, shown)}</Text>
        {alternatives.length > 0 && (
          <Group gap="xs">
            <Text fz="sm">{t('appointments.alternatives')}</Text>
            {alternatives.map((slot) => {
              const [date = '', time = ''] = slot.split(' ');
              return (
                <Button key={slot} size="compact-sm" variant="light" onClick={() => onChoose({ date, time })}>
                  <bdi>
                    {shortDay(date)} {time}
                  </bdi>
                </Button>
              );
            })}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

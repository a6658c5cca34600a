import { Button, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** A telephone's keys; they lie left to right in every language. */
export function Keypad({ onPress }: { onPress: (digit: string) => void }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={3} spacing="xs" dir="ltr" maw={240} mx="auto" role="group" aria-label={t('microphone.keypad')}>
      {KEYS.map((key) => (
        <Button key={key} variant="default" size="md" fz="lg" onClick={() => onPress(key)}>
          {key}
        </Button>
      ))}
    </SimpleGrid>
  );
}

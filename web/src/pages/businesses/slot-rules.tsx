import { Card, NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../shell/section-title.tsx';
import type { DraftValues } from './draft-values.ts';

const rules = [
  { key: 'slotSizeMin', min: 1, max: 1440, step: 5, unit: 'minutes' },
  { key: 'slotIntervalMinutes', min: 1, max: 1440, step: 5, unit: 'minutes' },
  { key: 'minNoticeMin', min: 0, max: 525_600, step: 30, unit: 'minutes' },
  { key: 'bookingWindowDays', min: 1, max: 730, step: 1, unit: 'days' },
  { key: 'bufferBeforeMin', min: 0, max: 1440, step: 5, unit: 'minutes' },
  { key: 'bufferAfterMin', min: 0, max: 1440, step: 5, unit: 'minutes' },
] as const;

interface SlotRulesProps {
  values: DraftValues;
  onChange: (change: Partial<DraftValues>) => void;
}

/** How long an appointment takes, on which grid it begins, how soon and how far ahead it may be. */
export function SlotRules({ values, onChange }: SlotRulesProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <SectionTitle title={t('rules.title')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="md">
        {rules.map(({ key, min, max, step, unit }) => (
          <NumberInput
            key={key}
            label={t(`rules.${key}`)}
            description={t(`rules.${key}Help`)}
            suffix={` ${t(`rules.${unit}`)}`}
            min={min}
            max={max}
            step={step}
            clampBehavior="strict"
            allowDecimal={false}
            value={values[key]}
            onChange={(value) => typeof value === 'number' && onChange({ [key]: value })}
          />
        ))}
      </SimpleGrid>
    </Card>
  );
}

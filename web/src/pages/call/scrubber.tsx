import { ActionIcon, DirectionProvider, Group, Slider, Stack, Text, Tooltip } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFactWords } from '../../i18n/use-fact-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Frame } from './frames.ts';
import type { Scrub } from './use-scrub.ts';

interface ScrubberProps {
  frames: readonly Frame[];
  scrub: Scrub;
}

/** Steps through the record of a call. Time runs from left to right, as on every player. */
export function Scrubber({ frames, scrub }: ScrubberProps) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const factWords = useFactWords();
  const now = frames[scrub.at];
  const label = now ? `${duration(now.ms)} · ${factWords(now.type)}` : '';
  return (
    <Stack gap={6} px="md" py="sm" role="group" aria-label={t('scrub.label')}>
      <Group wrap="nowrap" gap="sm" dir="ltr">
        <PlayerButton
          icon={IconPlayerSkipBackFilled}
          label={t('scrub.back')}
          onClick={() => scrub.goTo(scrub.at - 1)}
        />
        {scrub.mode === 'playing' ? (
          <PlayerButton icon={IconPlayerPauseFilled} label={t('scrub.pause')} onClick={scrub.pause} main />
        ) : (
          <PlayerButton icon={IconPlayerPlayFilled} label={t('scrub.play')} onClick={scrub.play} main />
        )}
        <PlayerButton
          icon={IconPlayerSkipForwardFilled}
          label={t('scrub.forward')}
          onClick={() => scrub.goTo(scrub.at + 1)}
        />
        <DirectionProvider initialDirection="ltr" detectDirection={false}>
          <Slider
            flex={1}
            min={0}
            max={Math.max(1, frames.length - 1)}
            value={scrub.at}
            onChange={scrub.goTo}
            classNames={{ thumb: 'scrub-thumb' }}
            label={null}
            thumbLabel={t('scrub.position')}
            thumbProps={{ 'aria-valuetext': label }}
          />
        </DirectionProvider>
        <Text fz="sm" className="numeric" w={64} ta="end">
          {scrub.at + 1}/{frames.length}
        </Text>
      </Group>
      <Text fz="sm" c="dimmed" ta="center" data-testid="scrub-now">
        {label}
      </Text>
    </Stack>
  );
}

interface PlayerButtonProps {
  icon: Icon;
  label: string;
  onClick: () => void;
  main?: boolean;
}

function PlayerButton({ icon: Glyph, label, onClick, main = false }: PlayerButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={main ? 'filled' : 'subtle'}
        radius="xl"
        size={main ? 'lg' : 'md'}
        aria-label={label}
        onClick={onClick}
      >
        <Glyph size={main ? 18 : 16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

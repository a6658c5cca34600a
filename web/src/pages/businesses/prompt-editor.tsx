import { Accordion, Badge, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../shell/section-title.tsx';
import type { PromptLayer } from '../../api/drafts.ts';

interface PromptEditorProps {
  prompt: string;
  layers: readonly PromptLayer[];
  /** Layer 1 may have so many characters. */
  limit: number | undefined;
  onChange: (prompt: string) => void;
}

/** The business's own words, and all three layers as the model will get them. */
export function PromptEditor({ prompt, layers, limit, onChange }: PromptEditorProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Card>
        <SectionTitle title={t('prompt.title')} />
        <Textarea
          mt="md"
          label={t('prompt.own')}
          description={t('prompt.ownHelp')}
          autosize
          minRows={8}
          maxRows={24}
          classNames={{ input: 'own-words' }}
          value={prompt}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Card>
      <Card>
        <SectionTitle title={t('prompt.layers')} text={t('prompt.layersHelp')} />
        <Accordion variant="separated" mt="md" multiple order={3}>
          {layers.map((layer) => (
            <LayerItem key={layer.name} layer={layer} limit={layer.name === 'critical' ? limit : undefined} />
          ))}
        </Accordion>
      </Card>
    </Stack>
  );
}

function LayerItem({ layer, limit }: { layer: PromptLayer; limit: number | undefined }) {
  const { t } = useTranslation();
  const { name, text, characters } = layer;
  const isTooLong = limit !== undefined && characters > limit;
  const count =
    limit === undefined
      ? t('prompt.characters', { count: characters })
      : t('prompt.ofLimit', { length: characters, limit });
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{t(`prompt.${name}`)}</Text>
          <Badge color={isTooLong ? 'red' : 'gray'}>{count}</Badge>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text className="spoken" dir="rtl" lang="he" fz="sm">
          {text === '' ? t('prompt.empty') : text}
        </Text>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

import { Accordion, Badge, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../shell/section-title.tsx';
import type { PromptLayer } from '../../api/drafts.ts';

const CRITICAL_LIMIT = 600;

interface PromptEditorProps {
  prompt: string;
  layers: readonly PromptLayer[];
  onChange: (prompt: string) => void;
}

/** The business's own words, and all three layers as the model will get them. */
export function PromptEditor({ prompt, layers, onChange }: PromptEditorProps) {
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
          dir="auto"
          value={prompt}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Card>
      <Card>
        <SectionTitle title={t('prompt.layers')} text={t('prompt.layersHelp')} />
        <Accordion variant="separated" mt="md" multiple order={3}>
          {layers.map((layer) => (
            <LayerItem key={layer.name} layer={layer} />
          ))}
        </Accordion>
      </Card>
    </Stack>
  );
}

function LayerItem({ layer: { name, text } }: { layer: PromptLayer }) {
  const { t } = useTranslation();
  const length = Array.from(text).length;
  const isTooLong = name === 'critical' && length > CRITICAL_LIMIT;
  const count =
    name === 'critical'
      ? t('prompt.ofLimit', { length, limit: CRITICAL_LIMIT })
      : t('prompt.characters', { count: length });
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

import { Button, Card, Radio, ScrollArea, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePracticeCall, usePracticeScripts } from '../../api/practice.ts';
import type { PracticeScript } from '../../api/practice.ts';
import { useScriptWords } from './use-script-words.ts';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';

/** The call that shows most in the shortest time. */
const FIRST = 'demo';

interface PracticeCallProps {
  businessId: string;
  isDraft: boolean;
}

/** A caller who follows a script; needs no key and no microphone. */
export function PracticeCall({ businessId, isDraft }: PracticeCallProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const scripts = usePracticeScripts();
  const call = usePracticeCall();
  const [chosen, setChosen] = useState<string | null>(null);
  const names = (scripts.data?.items ?? []).map(({ name }) => name);
  const script = chosen ?? names.find((name) => name === FIRST) ?? names[0];
  const start = (name: string) =>
    call.mutate(
      { businessId, script: name, draft: isDraft },
      { onSuccess: ({ callSid }) => void navigate(`/calls/${callSid}`) },
    );
  return (
    <Card h="100%">
      <Stack>
        <SectionTitle title={t('practice.title')} />
        <Text c="dimmed">{t('practice.text')}</Text>
        {scripts.isPending && <Waiting />}
        {scripts.isError && <Failure error={scripts.error} again={() => void scripts.refetch()} />}
        {scripts.data && script !== undefined && (
          <ScriptChoice scripts={scripts.data.items} value={script} onChange={setChosen} />
        )}
        {call.isError && <Failure error={call.error} />}
        <Button
          size="md"
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          loading={call.isPending}
          disabled={script === undefined}
          onClick={() => script !== undefined && start(script)}
        >
          {t('practice.start')}
        </Button>
      </Stack>
    </Card>
  );
}

interface ScriptChoiceProps {
  scripts: readonly PracticeScript[];
  value: string;
  onChange: (name: string) => void;
}

function ScriptChoice({ scripts, value, onChange }: ScriptChoiceProps) {
  const { t } = useTranslation();
  const scriptWords = useScriptWords();
  return (
    <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0 }}>
      <Radio.Group value={value} onChange={onChange} aria-label={t('practice.script')}>
        <Stack gap="xs">
          {scripts.map((script) => {
            const [title, text] = scriptWords(script);
            return <Radio key={script.name} value={script.name} label={title} description={text} />;
          })}
        </Stack>
      </Radio.Group>
    </ScrollArea.Autosize>
  );
}

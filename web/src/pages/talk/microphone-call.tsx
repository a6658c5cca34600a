import { Alert, Anchor, Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SectionTitle } from '../../shell/section-title.tsx';
import { useProblemText } from '../../shell/use-problem-text.ts';
import { Keypad } from './keypad.tsx';
import { LiveWords } from './live-words.tsx';
import { useBrowserCall } from './use-browser-call.ts';
import type { BrowserCall } from './use-browser-call.ts';

interface MicrophoneCallProps {
  businessId: string;
  isDraft: boolean;
}

/** The reader rings the business with the microphone of this computer. */
export function MicrophoneCall({ businessId, isDraft }: MicrophoneCallProps) {
  const { t } = useTranslation();
  const { call, loudness, ring, press, hangUp } = useBrowserCall();
  const isTalking = call.stage === 'talking';
  return (
    <Card h="100%">
      <Stack>
        <SectionTitle title={t('microphone.title')} />
        <Text c="dimmed">{t('microphone.text')}</Text>
        {isTalking ? (
          <Button size="md" color="red" leftSection={<IconPhoneOff size={18} aria-hidden />} onClick={hangUp}>
            {t('microphone.hangUp')}
          </Button>
        ) : (
          <Button
            size="md"
            variant="light"
            leftSection={<IconPhoneCall size={18} aria-hidden />}
            loading={call.stage === 'ringing'}
            onClick={() => ring(businessId, isDraft)}
          >
            {t('microphone.ring')}
          </Button>
        )}
        <Told call={call} />
        {isTalking && (
          <>
            <Group gap="sm" wrap="nowrap">
              <Text fz="sm" c="dimmed">
                {t('microphone.loudness')}
              </Text>
              <Progress value={loudness * 100} flex={1} aria-label={t('microphone.loudness')} />
            </Group>
            <LiveWords callSid={call.callSid} />
            <Keypad onPress={press} />
          </>
        )}
      </Stack>
    </Card>
  );
}

function Told({ call }: { call: BrowserCall }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (call.stage === 'failed') {
    const isRefused = call.error instanceof DOMException;
    return (
      <Alert color="red" role="alert">
        {isRefused ? t('microphone.notAllowed') : problemText(call.error)}
      </Alert>
    );
  }
  if (call.stage !== 'talking' && call.stage !== 'ended') return null;
  return (
    <Text role="status">
      {t(call.stage === 'talking' ? 'microphone.talking' : 'microphone.ended')}{' '}
      <Anchor component={Link} to={`/calls/${call.callSid}`} target={call.stage === 'talking' ? '_blank' : undefined}>
        {t('microphone.watch')}
      </Anchor>
    </Text>
  );
}

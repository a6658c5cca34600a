import { Alert, Anchor, Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPhoneCall, IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SectionTitle } from '../../shell/section-title.tsx';
import { useProblemText } from '../../shell/use-problem-text.ts';
import { Keypad } from './keypad.tsx';
import { LiveWords } from './live-words.tsx';
import { LineFault } from './phone/line-fault.ts';
import { useBrowserCall } from './use-browser-call.ts';
import type { BrowserCall } from './use-browser-call.ts';

interface MicrophoneCallProps {
  businessId: string;
  isDraft: boolean;
}

/** The reader rings the business with the microphone of this computer. */
export function MicrophoneCall({ businessId, isDraft }: MicrophoneCallProps) {
  const { t } = useTranslation();
  const { call, loudness, ring, hangUp } = useBrowserCall();
  return (
    <Card h="100%">
      <Stack>
        <SectionTitle title={t('microphone.title')} />
        <Text c="dimmed">{t('microphone.text')}</Text>
        {call.stage === 'talking' ? (
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
        {call.stage === 'talking' && (
          <>
            <Group gap="sm" wrap="nowrap">
              <Text fz="sm" c="dimmed">
                {t('microphone.loudness')}
              </Text>
              <Progress value={loudness * 100} flex={1} aria-label={t('microphone.loudness')} />
            </Group>
            <LiveWords callSid={call.phone.callSid} />
            <Keypad onPress={call.phone.press} />
          </>
        )}
      </Stack>
    </Card>
  );
}

function Told({ call }: { call: BrowserCall }) {
  switch (call.stage) {
    case 'idle':
    case 'ringing':
      return null;
    case 'talking':
      return <OnTheLine callSid={call.phone.callSid} />;
    case 'ended':
      return <Ended callSid={call.callSid} />;
    case 'failed':
      return <NoCall error={call.error} />;
  }
}

function OnTheLine({ callSid }: { callSid: string }) {
  const { t } = useTranslation();
  return (
    <Text role="status">
      {t('microphone.talking')}{' '}
      <Anchor component={Link} to={`/calls/${callSid}`} target="_blank">
        {t('microphone.watch')}
      </Anchor>
    </Text>
  );
}

function Ended({ callSid }: { callSid: string }) {
  const { t } = useTranslation();
  return (
    <Text role="status">
      {t('microphone.ended')}{' '}
      <Anchor component={Link} to={`/calls/${callSid}`}>
        {t('microphone.watch')}
      </Anchor>
    </Text>
  );
}

function NoCall({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <Alert color="red" role="alert">
      {error instanceof LineFault ? t(`microphone.faults.${error.kind}`) : problemText(error)}
    </Alert>
  );
}

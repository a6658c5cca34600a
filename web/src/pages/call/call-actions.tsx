import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboardCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { logAddress, useCallScript } from '../../api/calls.ts';

/** The call as a script that can be played again, and its whole record as a file. */
export function CallActions({ callSid }: { callSid: string }) {
  const { t } = useTranslation();
  const script = useCallScript();
  const copied = async () => navigator.clipboard.writeText((await script.mutateAsync(callSid)).yaml);
  const copy = () =>
    void copied().then(
      () => notifications.show({ message: t('call.scriptCopied') }),
      () => notifications.show({ color: 'red', message: t('call.scriptFailed') }),
    );
  return (
    <Group gap="xs">
      <Button
        variant="light"
        leftSection={<IconClipboardCopy size={18} aria-hidden />}
        loading={script.isPending}
        onClick={copy}
      >
        {t('call.copyScript')}
      </Button>
      <Button
        component="a"
        href={logAddress(callSid)}
        download={`${callSid}.json`}
        variant="light"
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('call.downloadLog')}
      </Button>
    </Group>
  );
}

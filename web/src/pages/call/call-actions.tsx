import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboardCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { logAddress, scriptAddress } from '../../api/calls.ts';

/** The call as a script that can be played again, and its whole record as a file. */
export function CallActions({ callSid }: { callSid: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button
        variant="light"
        leftSection={<IconClipboardCopy size={18} aria-hidden />}
        onClick={() =>
          void copyScript(callSid).then(
            () => notifications.show({ message: t('call.scriptCopied') }),
            () => notifications.show({ color: 'red', message: t('call.scriptFailed') }),
          )
        }
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

async function copyScript(callSid: string): Promise<void> {
  const response = await fetch(scriptAddress(callSid), { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`the script answered ${response.status}`);
  await navigator.clipboard.writeText(await response.text());
}

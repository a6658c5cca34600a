import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRenewFirstPassword } from '../../api/users.ts';
import type { User } from '../../api/users.ts';
import { Failure } from '../../shell/failure.tsx';

/** A password to begin with, shown once, to be passed on. */
export function GivenPassword({ password, onClose }: { password: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text>{t('people.passOn')}</Text>
      <Code block fz="lg" ta="center" dir="ltr">
        {password}
      </Code>
      <Text c="dimmed" fz="sm">
        {t('people.passOnHow')}
      </Text>
      <Group justify="flex-end">
        <CopyButton value={password}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'people.copied' : 'people.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Group>
    </Stack>
  );
}

/** Makes somebody another password to begin with; the one they had is over. Closed where there is no user. */
export function RenewPassword({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={user !== null}
      onClose={onClose}
      title={t('people.newPassword')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {user !== null && <Renewal user={user} onClose={onClose} />}
    </Modal>
  );
}

function Renewal({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const renew = useRenewFirstPassword(user.id);
  if (renew.isSuccess) return <GivenPassword password={renew.data.firstPassword} onClose={onClose} />;
  return (
    <Stack>
      <Alert color="orange">{t('people.renewWarning', { name: user.name })}</Alert>
      {renew.isError && <Failure error={renew.error} />}
      <Group justify="flex-end">
        <Button loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('people.renew')}
        </Button>
      </Group>
    </Stack>
  );
}

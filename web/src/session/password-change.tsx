import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useSetPassword } from '../api/users.ts';
import { Failure } from '../shell/failure.tsx';

export const SHORTEST_PASSWORD = 12;

interface PasswordChangeProps {
  /** Null: closed. */
  userId: string | null;
  /** One's own password asks for the current one. */
  own?: boolean;
  onClose: () => void;
}

export function PasswordChange({ userId, own = false, onClose }: PasswordChangeProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={userId !== null}
      onClose={onClose}
      title={t('password.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {userId !== null && <PasswordForm userId={userId} own={own} onClose={onClose} />}
    </Modal>
  );
}

function PasswordForm({ userId, own, onClose }: { userId: string; own: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const setPassword = useSetPassword(userId);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { newPassword: (value) => (value.length < SHORTEST_PASSWORD ? t('password.tooShort') : null) },
  });
  const submit = form.onSubmit(({ currentPassword, newPassword }) =>
    setPassword.mutate(own ? { currentPassword, newPassword } : { newPassword }, {
      onSuccess() {
        notifications.show({ message: t('password.changed') });
        onClose();
      },
    }),
  );
  const show = { 'aria-label': t('login.show') };
  return (
    <form onSubmit={submit}>
      <Stack>
        {own && (
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={show}
            required
            {...form.getInputProps('currentPassword')}
          />
        )}
        <PasswordInput
          label={t('password.new')}
          description={t('password.help')}
          autoComplete="new-password"
          visibilityToggleButtonProps={show}
          required
          {...form.getInputProps('newPassword')}
        />
        {setPassword.isError && <Failure error={setPassword.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={setPassword.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

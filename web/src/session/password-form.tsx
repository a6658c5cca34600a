import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/refusal.ts';
import { useSetPassword } from '../api/users.ts';
import { Failure } from '../shell/failure.tsx';

const SHORTEST_PASSWORD = 12;

const isAboutTheNewOne = (error: unknown): boolean =>
  error instanceof Refusal && error.parts.errors.some(({ field }) => field === 'newPassword');

interface PasswordFormProps {
  userId: string;
  /** The current password may be one that somebody else gave. */
  currentLabel: string;
  onDone: () => void;
}

/** Choosing one's own password. */
export function PasswordForm({ userId, currentLabel, onDone }: PasswordFormProps) {
  const { t } = useTranslation();
  const setPassword = useSetPassword(userId);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { newPassword: (value) => (value.length < SHORTEST_PASSWORD ? t('password.tooShort') : null) },
  });
  const submit = form.onSubmit((passwords) =>
    setPassword.mutate(passwords, {
      onSuccess() {
        notifications.show({ message: t('password.changed') });
        onDone();
      },
    }),
  );
  const show = { 'aria-label': t('login.show') };
  const isRefused = isAboutTheNewOne(setPassword.error);
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={currentLabel}
          autoComplete="current-password"
          visibilityToggleButtonProps={show}
          required
          {...form.getInputProps('currentPassword')}
        />
        <PasswordInput
          label={t('password.new')}
          description={t('password.help')}
          autoComplete="new-password"
          visibilityToggleButtonProps={show}
          required
          {...form.getInputProps('newPassword')}
          error={form.errors['newPassword'] ?? (isRefused && t('password.tooCommon'))}
        />
        {setPassword.isError && !isRefused && <Failure error={setPassword.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={setPassword.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

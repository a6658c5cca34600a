import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useSetPassword } from '../api/users.ts';
import { Failure } from '../shell/failure.tsx';
import { useFieldWords } from '../shell/use-field-words.ts';

const SHORTEST_PASSWORD = 12;

interface PasswordFormProps {
  userId: string;
  /** The current password may be one that somebody else gave. */
  currentLabel: string;
  onDone: () => void;
}

/** Choosing one's own password. */
export function PasswordForm({ userId, currentLabel, onDone }: PasswordFormProps) {
  const { t } = useTranslation();
  const { byField } = useFieldWords();
  const setPassword = useSetPassword(userId);
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { newPassword: (value) => (value.length < SHORTEST_PASSWORD ? t('password.tooShort') : null) },
  });
  const submit = form.onSubmit((passwords) =>
    setPassword.mutate(passwords, {
      onError: (error) => form.setErrors(byField(error)),
      onSuccess() {
        notifications.show({ message: t('password.changed') });
        onDone();
      },
    }),
  );
  const show = { 'aria-label': t('login.show') };
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
        />
        {setPassword.isError && <Failure error={setPassword.error} shown={Object.keys(form.values)} />}
        <Group justify="flex-end">
          <Button type="submit" loading={setPassword.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useLogin } from '../../session/session.ts';
import { LoginFailure } from './login-failure.tsx';

export function PasswordLogin() {
  const { t } = useTranslation();
  const login = useLogin();
  const form = useForm({ initialValues: { email: '', password: '' } });
  return (
    <form onSubmit={form.onSubmit(({ email, password }) => login.mutate({ email: email.trim(), password }))}>
      <Stack>
        <TextInput
          label={t('login.email')}
          type="email"
          autoComplete="username"
          classNames={{ input: 'ltr' }}
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('login.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
          required
          {...form.getInputProps('password')}
        />
        <LoginFailure error={login.error} />
        <Button type="submit" loading={login.isPending} fullWidth>
          {t('login.enter')}
        </Button>
      </Stack>
    </form>
  );
}

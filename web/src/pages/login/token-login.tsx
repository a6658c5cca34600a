import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLogin } from '../../session/session.ts';
import { LoginFailure } from './login-failure.tsx';

/** The first way in. A token in the address is used at once and taken out of it. */
export function TokenLogin({ given }: { given: string }) {
  const { t } = useTranslation();
  const { mutate, isPending, error } = useLogin();
  const [token, setToken] = useState(given);
  useEffect(() => {
    if (given === '') return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    mutate({ adminToken: given });
  }, [given, mutate]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ adminToken: token.trim() });
      }}
    >
      <Stack>
        <PasswordInput
          label={t('login.token')}
          description={t('login.tokenHelp')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
          required
        />
        <LoginFailure error={error} />
        <Button type="submit" loading={isPending} disabled={token.trim() === ''} fullWidth>
          {t('login.enter')}
        </Button>
        <Text fz="sm" c="dimmed">
          {t('login.tokenWhere')}
        </Text>
      </Stack>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../shell/door-page.tsx';
import { PasswordForm } from './password-form.tsx';
import { sessionKey, useLogout } from './session.ts';

/** All that somebody sees who came in with a password that another person gave them: choosing their own. */
export function FirstPasswordPage({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const logout = useLogout();
  const signOut = (
    <Button variant="subtle" color="gray" onClick={() => logout.mutate()}>
      {t('nav.logout')}
    </Button>
  );
  return (
    <DoorPage title={t('firstPassword.title')} text={t('firstPassword.text', { name })} aside={signOut}>
      <PasswordForm
        userId={userId}
        currentLabel={t('firstPassword.given')}
        onDone={() => void queries.invalidateQueries({ queryKey: sessionKey })}
      />
    </DoorPage>
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordChange } from '../session/password-change.tsx';
import { useLogout, useSession } from '../session/session.ts';

export function UserMenu() {
  const { t } = useTranslation();
  const user = useSession().data?.user;
  const logout = useLogout();
  const [passwordOf, setPasswordOf] = useState<string | null>(null);
  if (user === undefined) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('nav.account')}>
            <IconUserCircle size={22} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {user.id === null ? t('nav.adminToken') : `${user.name} · ${t(`roles.${user.role}`)}`}
          </Menu.Label>
          {user.id !== null && (
            <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setPasswordOf(user.id)}>
              {t('nav.changePassword')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => logout.mutate()}>
            {t('nav.logout')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PasswordChange userId={passwordOf} onClose={() => setPasswordOf(null)} />
    </>
  );
}

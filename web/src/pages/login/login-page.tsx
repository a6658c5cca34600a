import { Tabs } from '@mantine/core';
import { IconKey, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { useSession, useWayIn } from '../../session/session.ts';
import { DoorPage } from '../../shell/door-page.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { PasswordLogin } from './password-login.tsx';
import { TokenLogin } from './token-login.tsx';

const hasFrom = (state: unknown): state is { from: string } =>
  typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string';

/** Logging in: with a password, or with the admin token as long as nobody has been added. */
export function LoginPage() {
  const { t } = useTranslation();
  const session = useSession();
  const location = useLocation();
  const state: unknown = location.state;
  if (session.data) return <Navigate to={hasFrom(state) ? state.from : '/'} replace />;
  return (
    <DoorPage title={t('login.title')} text={t('login.text')}>
      <LoginWays tokenInAddress={tokenIn(location.hash)} />
    </DoorPage>
  );
}

/** `/login#token=…` as the service prints it at its first start. */
const tokenIn = (hash: string): string => new URLSearchParams(hash.slice(1)).get('token') ?? '';

function LoginWays({ tokenInAddress }: { tokenInAddress: string }) {
  const { t } = useTranslation();
  const way = useWayIn();
  if (tokenInAddress === '' && way.isPending) return <Waiting />;
  const first = tokenInAddress === '' ? (way.data?.begin ?? 'password') : 'token';
  return (
    <Tabs key={first} defaultValue={first}>
      <Tabs.List grow mb="lg">
        <Tabs.Tab value="token" leftSection={<IconKey size={16} aria-hidden />}>
          {t('login.byToken')}
        </Tabs.Tab>
        <Tabs.Tab value="password" leftSection={<IconUser size={16} aria-hidden />}>
          {t('login.byPassword')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="token">
        <TokenLogin given={tokenInAddress} />
      </Tabs.Panel>
      <Tabs.Panel value="password">
        <PasswordLogin />
      </Tabs.Panel>
    </Tabs>
  );
}

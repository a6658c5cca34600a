import { AppShell, Burger, Group, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useIsFetching } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { FirstPasswordPage } from '../session/first-password-page.tsx';
import { useSession } from '../session/session.ts';
import { BusinessSwitch } from './business-switch.tsx';
import { ColorSwitch } from './color-switch.tsx';
import { Failure } from './failure.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Navigation } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';
import { Waiting } from './waiting.tsx';

/** Head, navigation and page. Whoever is not logged in is sent to log in; who has a first password, to choose their own. */
export function Frame() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Waiting />;
  if (session.isError) return <Failure error={session.error} again={() => void session.refetch()} />;
  if (session.data === null) return <Navigate to="/login" replace state={{ from: `${pathname}${search}` }} />;
  const { user } = session.data;
  if (user.password === 'first' && user.id !== null) return <FirstPasswordPage userId={user.id} name={user.name} />;
  return <Shell />;
}

function Shell() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('nav.menu')} />
            <Brand />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <BusinessSwitch visibleFrom="sm" w={230} />
            <LanguageSwitch />
            <ColorSwitch />
            <UserMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label={t('nav.label')}>
        <BusinessSwitch hiddenFrom="sm" mb="md" />
        <ScrollArea>
          <Navigation />
        </ScrollArea>
      </AppShell.Navbar>
      <Page />
    </AppShell>
  );
}

/** Busy while anything it shows is on its way. */
function Page() {
  const isBusy = useIsFetching() > 0;
  return (
    <AppShell.Main aria-busy={isBusy}>
      <div className="console-page">
        <Outlet />
      </div>
    </AppShell.Main>
  );
}

function Brand() {
  const { t } = useTranslation();
  return (
    <Group gap={8} wrap="nowrap">
      <img src="/icon.svg" width={30} height={30} alt="" />
      <Text fw={750} fz="xl" lh={1}>
        {t('nav.brand')}
      </Text>
    </Group>
  );
}

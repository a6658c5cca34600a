import { Box, Button, Card, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ColorSwitch } from '../shell/color-switch.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { PasswordForm } from './password-form.tsx';
import { sessionKey, useLogout } from './session.ts';

/** All that somebody sees who came in with a password that another person gave them: choosing their own. */
export function FirstPasswordPage({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const logout = useLogout();
  useDocumentTitle(`${t('firstPassword.title')} · Toran`);
  return (
    <Box component="main" mih="100dvh" p="md">
      <Group justify="flex-end" gap="xs">
        <LanguageSwitch />
        <ColorSwitch />
      </Group>
      <Center mih="80dvh">
        <Stack w={420} maw="100%" gap="lg">
          <Stack gap={6} align="center">
            <img src="/icon.svg" width={52} height={52} alt="" />
            <Title order={1} fz={28} ta="center">
              {t('firstPassword.title')}
            </Title>
            <Text c="dimmed" ta="center">
              {t('firstPassword.text', { name })}
            </Text>
          </Stack>
          <Card p="xl">
            <PasswordForm
              userId={userId}
              currentLabel={t('firstPassword.given')}
              onDone={() => void queries.invalidateQueries({ queryKey: sessionKey })}
            />
          </Card>
          <Button variant="subtle" color="gray" onClick={() => logout.mutate()}>
            {t('nav.logout')}
          </Button>
        </Stack>
      </Center>
    </Box>
  );
}

import { Box, Card, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ColorSwitch } from './color-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';

interface DoorPageProps {
  title: string;
  text: string;
  children: ReactNode;
  /** Below the card. */
  aside?: ReactNode;
}

/** A page outside the house: one card under the sign, and the switches that everybody has. */
export function DoorPage({ title, text, children, aside }: DoorPageProps) {
  useDocumentTitle(`${title} · Toran`);
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
              {title}
            </Title>
            <Text c="dimmed" ta="center">
              {text}
            </Text>
          </Stack>
          <Card p="xl">{children}</Card>
          {aside}
        </Stack>
      </Center>
    </Box>
  );
}

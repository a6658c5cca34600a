import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDocumentTitle } from '@mantine/hooks';

interface PageHeadProps {
  title: string;
  text?: string;
  /** Buttons on the far side. */
  children?: ReactNode;
}

export function PageHead({ title, text, children }: PageHeadProps) {
  useDocumentTitle(`${title} · Toran`);
  return (
    <Group justify="space-between" align="flex-end" gap="md" mb="lg">
      <Stack gap={2}>
        <Title order={1} fz={26}>
          {title}
        </Title>
        {text && (
          <Text c="dimmed" maw={720}>
            {text}
          </Text>
        )}
      </Stack>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}

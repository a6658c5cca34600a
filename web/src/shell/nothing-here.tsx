import { Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface NothingHereProps {
  icon: Icon;
  title: string;
  text: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** An empty place that says what will be there and how to begin. */
export function NothingHere({ icon: Glyph, title, text, children }: NothingHereProps) {
  return (
    <Card py={48}>
      <Stack align="center" gap="md">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          <Glyph size={28} stroke={1.6} />
        </ThemeIcon>
        <Stack gap={6} align="center">
          <Title order={2} fz="lg" ta="center">
            {title}
          </Title>
          <Text c="dimmed" ta="center" maw={520}>
            {text}
          </Text>
        </Stack>
        {children && <Group justify="center">{children}</Group>}
      </Stack>
    </Card>
  );
}

import { Group, Text, Title } from '@mantine/core';

export function SectionTitle({ title, text }: { title: string; text?: string | undefined }) {
  return (
    <Group gap="xs" align="baseline">
      <Title order={2} fz="lg">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" fz="sm">
          {text}
        </Text>
      )}
    </Group>
  );
}

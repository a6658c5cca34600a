import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  label: string;
  question: string;
  onConfirm: () => void;
}

/** A button that asks once more before it does what cannot be undone. */
export function ConfirmButton({ label, question, onConfirm, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation();
  const [isAsking, asking] = useDisclosure(false);
  return (
    <Popover opened={isAsking} onChange={(isOpen) => !isOpen && asking.close()} trapFocus withArrow shadow="md">
      <Popover.Target>
        <Button variant="light" {...button} onClick={asking.toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={320}>
        <Stack gap="sm">
          <Text fz="sm">{question}</Text>
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="subtle" color="gray" onClick={asking.close}>
              {t('common.no')}
            </Button>
            <Button
              size="xs"
              color={button.color}
              data-autofocus
              onClick={() => {
                asking.close();
                onConfirm();
              }}
            >
              {t('common.yes')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

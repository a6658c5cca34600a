import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDemoSalon } from '../api/practice.ts';
import { useProblemText } from './use-problem-text.ts';

/** Makes the ready-made salon, so that there is a business to call. */
export function DemoSalonButton(props: ButtonProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const demo = useDemoSalon();
  const make = () =>
    demo.mutate(undefined, {
      onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    });
  return (
    <Button leftSection={<IconSparkles size={18} aria-hidden />} loading={demo.isPending} onClick={make} {...props}>
      {t('welcome.demoSalon')}
    </Button>
  );
}

import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './use-problem-text.ts';

interface FailureProps {
  error: unknown;
  again?: () => void;
  /** Fields of a form that say themselves what is wrong with them. */
  shown?: readonly string[];
}

/** A request that did not work: what it was in human words, and a way to try again. */
export function Failure({ error, again, shown }: FailureProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('problems.title')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text>{problemText(error, shown)}</Text>
        {again && (
          <Button size="xs" variant="light" color="red" onClick={again}>
            {t('common.tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

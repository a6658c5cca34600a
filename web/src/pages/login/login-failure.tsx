import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../api/refusal.ts';
import { useProblemText } from '../../shell/use-problem-text.ts';

export function LoginFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (error === null || error === undefined) return null;
  const isWrong = error instanceof Refusal && (error.parts.status === 401 || error.parts.status === 400);
  return (
    <Alert color="red" role="alert" p="sm">
      {isWrong ? t('login.wrong') : problemText(error)}
    </Alert>
  );
}

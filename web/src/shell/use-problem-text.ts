import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/refusal.ts';
import { refusalReasons } from './refusal-reasons.ts';

const kinds = [
  'invalid-request',
  'unauthorized',
  'forbidden',
  'first-password',
  'not-found',
  'already-exists',
  'time-not-available',
  'not-changeable',
  'body-too-large',
  'too-many-requests',
  'internal-error',
  'unavailable',
  'unreachable',
] as const;

/** What went wrong, in the words of the reader. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof Refusal)) return t('problems.unknown');
    const { kind, reason, errors } = error.parts;
    const known = refusalReasons.find((one) => one === reason);
    if (known) return t(`reasons.${known}`);
    const text = kinds.find((one) => one === kind);
    const wrong = errors.map(({ field, message }) => `${field}: ${message}`).join(' · ');
    const said = text ? t(`problems.${text}`) : t('problems.unknown');
    return wrong === '' ? said : `${said} ${wrong}`;
  };
}

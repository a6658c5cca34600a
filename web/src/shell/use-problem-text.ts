import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/refusal.ts';
import { shell } from '../i18n/en/shell.ts';
import { refusalReasons } from './refusal-reasons.ts';
import { useFieldWords } from './use-field-words.ts';

const isKind = (kind: string): kind is keyof typeof shell.problems => kind in shell.problems;

/** What went wrong, in the words of the reader; `shown` are the fields that say themselves what is wrong with them. */
export function useProblemText(): (error: unknown, shown?: readonly string[]) => string {
  const { t } = useTranslation();
  const { inOneLine } = useFieldWords();
  return (error, shown = []) => {
    if (!(error instanceof Refusal)) return t('problems.unknown');
    const { kind, reason } = error.parts;
    const known = refusalReasons.find((one) => one === reason);
    if (known) return t(`reasons.${known}`);
    const said = t(`problems.${isKind(kind) ? kind : 'unknown'}`);
    const wrong = inOneLine(error, shown);
    return wrong === '' ? said : `${said} ${wrong}`;
  };
}

import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/refusal.ts';
import type { FieldError } from '../api/refusal.ts';
import { wrong as words } from '../i18n/en/wrong.ts';

const isCode = (code: string): code is keyof typeof words.wrong => code in words.wrong;
const isField = (name: string): name is keyof typeof words.fields => name in words.fields;

const errorsOf = (error: unknown): readonly FieldError[] => (error instanceof Refusal ? error.parts.errors : []);

/** What the service found wrong with each field, in the words of the reader. */
export function useFieldWords() {
  const { t } = useTranslation();
  const whatIsWrong = ({ code, values }: FieldError) => t(`wrong.${isCode(code) ? code : 'wrong'}`, values);
  const withName = (error: FieldError) => {
    const name = error.field.split('.').reverse().find(isField);
    return name === undefined ? whatIsWrong(error) : `${t(`fields.${name}`)}: ${whatIsWrong(error)}`;
  };
  return {
    /** By field, for a form to show each where it is typed. */
    byField: (error: unknown) =>
      Object.fromEntries(errorsOf(error).map((wrong) => [wrong.field, whatIsWrong(wrong)] as const)),
    /** One after the other, each with the name of its field, but for fields that show it themselves. */
    inOneLine: (error: unknown, shown: readonly string[]) =>
      errorsOf(error)
        .filter(({ field }) => !shown.includes(field))
        .map(withName)
        .join(' · '),
  };
}

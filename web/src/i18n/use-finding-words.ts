import { findingWords, lawWords } from './he/finding-words.ts';
import { useLanguage } from './use-language.ts';

interface Finding {
  code: string;
  values: Readonly<Record<string, string | number>>;
  what: string;
  how?: string | undefined;
}

/** First-strong isolation: a path or an address inside a Hebrew line keeps its own direction. */
const isolated = (value: string | number | undefined): string => `\u2068${value ?? '?'}\u2069`;

function hebrew({ code, values, what, how }: Finding): { what: string; how?: string | undefined } {
  const words = findingWords[code];
  if (words === undefined) return { what, how };
  const law = lawWords[String(values['law'])];
  const said = law === undefined ? values : { ...values, law };
  const filled = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => isolated(said[name]));
  return { what: filled(words.what), how: words.how === undefined ? how : filled(words.how) };
}

/** What a check of the deployment found, in the reader's language; one that nobody has named yet as the service says it. */
export function useFindingWords(): (finding: Finding) => { what: string; how?: string | undefined } {
  const { language } = useLanguage();
  return language === 'he' ? hebrew : ({ what, how }) => ({ what, how });
}

import type { PracticeScript } from '../../api/practice.ts';
import { scriptWords as english } from '../../i18n/en/script-words.ts';
import { scriptWords as hebrew } from '../../i18n/he/script-words.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Title and story of a script in the reader's language; of one that nobody has translated, as it was written. */
export function useScriptWords(): (script: PracticeScript) => readonly [title: string, text: string] {
  const { language } = useLanguage();
  const words = language === 'he' ? hebrew : english;
  return ({ name, title, description }) => words[name] ?? [title, description];
}

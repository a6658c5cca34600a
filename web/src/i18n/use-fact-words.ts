import { factWords as english } from './en/fact-words.ts';
import { factWords as hebrew } from './he/fact-words.ts';
import { useLanguage } from './use-language.ts';

/** What happened, in the reader's language; a fact that nobody has named yet by its own name. */
export function useFactWords(): (type: string) => string {
  const { language } = useLanguage();
  const words: Partial<Record<string, string>> = language === 'he' ? hebrew : english;
  return (type) => {
    const delay = /^(?:xstate\.)?after[ .](\w+)/.exec(type)?.[1];
    return words[delay === undefined ? type : `after ${delay}`] ?? words[type] ?? type;
  };
}

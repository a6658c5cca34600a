export const languages = ['he', 'en'] as const;
export type Language = (typeof languages)[number];
export type Direction = 'rtl' | 'ltr';

const KEY = 'toran.language';

export const directionOf = (language: Language): Direction => (language === 'he' ? 'rtl' : 'ltr');

/** The language of before-paint.js, which read it from where `keepLanguage` put it. */
export const firstLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'he');

export function keepLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    return; // A browser that keeps nothing forgets the choice, and no more.
  }
}

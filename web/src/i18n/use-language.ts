import { useDirection } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { directionOf, keepLanguage } from './language.ts';
import type { Language } from './language.ts';

/** The language of the console and the way to change it, direction included. */
export function useLanguage(): { language: Language; change: (language: Language) => void } {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  return {
    language: i18n.language === 'en' ? 'en' : 'he',
    change(language) {
      keepLanguage(language);
      setDirection(directionOf(language));
      void i18n.changeLanguage(language);
    },
  };
}

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/en.ts';
import { he } from './he/he.ts';
import { firstLanguage } from './language.ts';

const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources: { he: { translation: he }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

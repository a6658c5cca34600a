import type { he } from './he/he.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof he };
    returnNull: false;
  }
}

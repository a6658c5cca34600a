import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

const OTHER = { he: { language: 'en', name: 'English' }, en: { language: 'he', name: 'עברית' } } as const;

/** Offers the language that is not spoken now, by its own name. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  const other = OTHER[language];
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      lang={other.language}
      aria-label={`${t('nav.language')}: ${other.name}`}
      onClick={() => change(other.language)}
    >
      {other.name}
    </Button>
  );
}

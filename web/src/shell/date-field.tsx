import '@mantine/dates/styles.css';
import { DateInput, DatesProvider } from '@mantine/dates';
import 'dayjs/locale/he';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { typedDate } from './typed-date.ts';

interface DateFieldProps {
  label: string;
  /** `2026-11-29`. */
  date: string;
  required?: boolean;
  onChange: (date: string) => void;
}

const FORMATS = { he: 'DD.MM.YYYY', en: 'DD/MM/YYYY' } as const;

/** A date, typed or chosen, written as readers of the console's language do, whatever the language of their browser. */
export function DateField({ label, date, required = false, onChange }: DateFieldProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 0, weekendDays: [] }}>
      <DateInput
        label={label}
        required={required}
        value={date}
        valueFormat={FORMATS[language]}
        dateParser={typedDate}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
        ariaLabels={{
          previousMonth: t('calendar.before'),
          nextMonth: t('calendar.after'),
          previousYear: t('calendar.before'),
          nextYear: t('calendar.after'),
          previousDecade: t('calendar.before'),
          nextDecade: t('calendar.after'),
          monthLevelControl: t('calendar.month'),
          yearLevelControl: t('calendar.year'),
        }}
      />
    </DatesProvider>
  );
}

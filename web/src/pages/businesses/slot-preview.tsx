import { Alert, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import type { Preview } from '../../api/drafts.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useDraftPreview } from './use-draft-preview.ts';
import type { DraftForm } from './use-draft-form.ts';

/** Which slots callers would be offered with what is in the form. */
export function SlotPreview({ business, form }: { business: BusinessWithSettings; form: DraftForm }) {
  const { t } = useTranslation();
  const preview = useDraftPreview(business, form);
  return (
    <Card pos="sticky" top={80}>
      <Stack gap="sm">
        <SectionTitle title={t('preview.title')} />
        <Text c="dimmed" fz="sm">
          {t('preview.text')}
        </Text>
        {preview.isError && <Failure error={preview.error} />}
        {preview.isPending && <Waiting />}
        {preview.data && <FreeDays preview={preview.data} />}
      </Stack>
    </Card>
  );
}

function FreeDays({ preview: { days, warnings } }: { preview: Preview }) {
  const { t } = useTranslation();
  const isClosed = days.every(({ slots }) => slots.length === 0);
  return (
    <Stack gap={8} aria-live="polite">
      {(isClosed || warnings.length > 0) && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('preview.warning')}>
          {isClosed ? t('preview.allClosed') : t('preview.someWarning')}
        </Alert>
      )}
      {days.map((day) => (
        <FreeDay key={day.date} {...day} />
      ))}
    </Stack>
  );
}

const SHOWN = 2;

function FreeDay({ date, slots }: Preview['days'][number]) {
  const { t } = useTranslation();
  const { shortDay } = useFormats();
  const more = slots.length - SHOWN;
  return (
    <Group gap={6} wrap="nowrap" data-date={date}>
      <Text fz="sm" w={96} c={slots.length === 0 ? 'dimmed' : undefined}>
        {shortDay(date)}
      </Text>
      {slots.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {t('preview.closed')}
        </Text>
      ) : (
        <Group gap={4} wrap="nowrap">
          {slots.slice(0, SHOWN).map((slot) => (
            <Badge key={slot} flex="none" className="ltr numeric">
              {slot}
            </Badge>
          ))}
          {more > 0 && (
            <Text fz="sm" c="dimmed">
              {t('preview.more', { count: more })}
            </Text>
          )}
        </Group>
      )}
    </Group>
  );
}

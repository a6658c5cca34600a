import { Card, DataList, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/leads.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SectionTitle } from '../../shell/section-title.tsx';

/** What the last call was about. */
export function LeadSummary({ lead: { summary, wish } }: { lead: Lead }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const when = [wish?.date ? day(wish.date) : null, wish?.time].filter(Boolean).join(' ');
  return (
    <Card>
      <Stack gap="sm">
        <SectionTitle title={t('leads.summary')} />
        <Text className="spoken" dir="auto" c={summary === null ? 'dimmed' : undefined}>
          {summary ?? t('leads.noSummary')}
        </Text>
        {when !== '' && (
          <DataList>
            <DataList.Item>
              <DataList.ItemLabel>{t('leads.wanted')}</DataList.ItemLabel>
              <DataList.ItemValue>{when}</DataList.ItemValue>
            </DataList.Item>
          </DataList>
        )}
      </Stack>
    </Card>
  );
}

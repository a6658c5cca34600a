import { Card, DataList, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../api/leads.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { SectionTitle } from '../../shell/section-title.tsx';

/** What the last call was about. */
export function LeadSummary({ lead: { summary, wish } }: { lead: Lead }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <Card>
      <Stack gap="sm">
        <SectionTitle title={t('leads.summary')} />
        <Text className="spoken" dir="auto" c={summary === null ? 'dimmed' : undefined}>
          {summary ?? t('leads.noSummary')}
        </Text>
        {wish !== null && (
          <DataList>
            <DataList.Item>
              <DataList.ItemLabel>{t('leads.wanted')}</DataList.ItemLabel>
              <DataList.ItemValue>
                {wish.date === null ? '—' : day(wish.date)} {wish.time !== null && <bdi>{wish.time}</bdi>}
              </DataList.ItemValue>
            </DataList.Item>
          </DataList>
        )}
      </Stack>
    </Card>
  );
}

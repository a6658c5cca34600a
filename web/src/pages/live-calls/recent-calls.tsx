import { Card, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalls } from '../../api/calls.ts';
import { Failure } from '../../shell/failure.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { SearchField, useSearch } from '../../shell/search-field.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { CallRow } from './call-row.tsx';

interface RecentCallsProps {
  businessId: string | undefined;
  /** Grows when calls have ended that the list may not show yet. */
  finished: number;
}

/** The row of a call is closed a moment after its end is told; on a busy database a longer one. */
const ASKED_AGAIN_MS = [0, 1_000, 5_000];

/** Calls that are over, newest first. */
export function RecentCalls({ businessId, finished }: RecentCallsProps) {
  const { t } = useTranslation();
  const search = useSearch();
  const { wanted } = search;
  const calls = useCalls({ businessId, live: 'false', q: wanted === '' ? undefined : wanted });
  const found = calls.data ?? [];
  const { refetch } = calls;
  useEffect(() => {
    if (finished === 0) return undefined;
    const timers = ASKED_AGAIN_MS.map((ms) => setTimeout(() => void refetch(), ms));
    return () => timers.forEach(clearTimeout);
  }, [finished, refetch]);
  return (
    <>
      {calls.isError && <Failure error={calls.error} again={() => void refetch()} />}
      <Card padding={0}>
        <SearchField search={search} label={t('live.search')} p="md" maw={380} />
        {calls.isPending && <Waiting />}
        {calls.data?.length === 0 && !calls.isPlaceholderData && (
          <Text c="dimmed" ta="center" pb="lg">
            {t('live.noneFound')}
          </Text>
        )}
        {found.length > 0 && (
          <Table.ScrollContainer minWidth={440} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('live.when')}</Table.Th>
                  <Table.Th>{t('live.who')}</Table.Th>
                  {businessId === undefined && <Table.Th>{t('live.business')}</Table.Th>}
                  <Table.Th>{t('live.length')}</Table.Th>
                  <Table.Th>{t('live.outcome')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.map((call) => (
                  <CallRow key={call.callSid} call={call} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        <MoreButton list={calls} />
      </Card>
    </>
  );
}

import { Anchor, Badge, Card, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { IconUserHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import { useLeads } from '../../api/leads.ts';
import type { Lead } from '../../api/leads.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { DemoSalonButton } from '../../shell/demo-salon-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { SearchField, useSearch } from '../../shell/search-field.tsx';
import { Waiting } from '../../shell/waiting.tsx';

/** Everybody who ever rang this business. */
export function LeadsPage() {
  const { t } = useTranslation();
  const { one, isPending } = useChosenBusiness();
  if (isPending) return <Waiting />;
  if (one === null) {
    return (
      <NothingHere icon={IconUserHeart} title={t('leads.none')} text={t('leads.noneText')}>
        <DemoSalonButton />
      </NothingHere>
    );
  }
  return <LeadsOf key={one.id} business={one} />;
}

function LeadsOf({ business }: { business: Business }) {
  const { t } = useTranslation();
  const [which, show] = useWhichLeads();
  const search = useSearch();
  const { wanted } = search;
  const leads = useLeads(business.id, { wanted, which });
  const found = leads.data ?? [];
  const nobody = wanted !== '' ? 'notFound' : which === 'followUp' ? 'nothingToDo' : 'none';
  return (
    <>
      <PageHead title={t('leads.title')} text={business.name}>
        <SegmentedControl
          aria-label={t('leads.show')}
          value={which}
          onChange={show}
          data={[
            { value: 'everybody', label: t('leads.everybody') },
            { value: 'followUp', label: t('leads.toDo') },
          ]}
        />
        <SearchField search={search} label={t('leads.search')} w={260} />
      </PageHead>
      {leads.isPending && <Waiting />}
      {leads.isError && <Failure error={leads.error} again={() => void leads.refetch()} />}
      {leads.data?.length === 0 && !leads.isPlaceholderData && (
        <NothingHere icon={IconUserHeart} title={t(`leads.${nobody}`)} text={t(`leads.${nobody}Text`)} />
      )}
      {found.length > 0 && <LeadTable leads={found} zone={business.timezone} />}
      <MoreButton list={leads} />
    </>
  );
}

/** Whom the list shows, kept in its address. */
function useWhichLeads() {
  const [place, setPlace] = useSearchParams();
  const which = place.get('show') === 'followUp' ? 'followUp' : 'everybody';
  const show = (chosen: string) => setPlace(chosen === 'followUp' ? { show: chosen } : {}, { replace: true });
  return [which, show] as const;
}

function LeadTable({ leads, zone }: { leads: readonly Lead[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <Card padding={0}>
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('leads.name')}</Table.Th>
              <Table.Th>{t('leads.phone')}</Table.Th>
              <Table.Th>{t('leads.lastCall')}</Table.Th>
              <Table.Th>{t('leads.outcome')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leads.map((lead) => (
              <LeadRow key={lead.id} lead={lead} zone={zone} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function LeadRow({ lead, zone }: { lead: Lead; zone: string }) {
  const { id, name, phone, lastCallAt, outcome, followUp } = lead;
  const { t } = useTranslation();
  const { moment } = useFormats();
  const navigate = useNavigate();
  return (
    <Table.Tr className="row-link" onClick={() => void navigate(`/leads/${id}`)}>
      <Table.Td>
        <Anchor component={Link} to={`/leads/${id}`} fw={600} onClick={(event) => event.stopPropagation()}>
          {name ?? t('leads.nameless')}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <PhoneNumber number={phone} />
      </Table.Td>
      <Table.Td>{lastCallAt === null ? <Text c="dimmed">—</Text> : moment(lastCallAt, zone)}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          <OutcomeBadge outcome={outcome} />
          {followUp !== null && <Badge color="orange">{t('leads.toDo')}</Badge>}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

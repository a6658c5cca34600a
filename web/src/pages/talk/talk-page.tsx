import { Alert, Grid, Select, Switch } from '@mantine/core';
import { IconBuildingStore, IconMicrophone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { DemoSalonButton } from '../../shell/demo-salon-button.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { MicrophoneCall } from './microphone-call.tsx';
import { PracticeCall } from './practice-call.tsx';

/** Calls the reader can make: with the microphone, or with a scripted caller. */
export function TalkPage() {
  const { t } = useTranslation();
  const { businesses, one, isPending } = useChosenBusiness();
  const [search, setSearch] = useSearchParams();
  if (isPending) return <Waiting />;
  const business = businesses.find(({ id }) => id === search.get('business')) ?? one;
  if (business === null) return <NoBusiness />;
  const isDraft = search.get('draft') === 'true';
  const set = (next: { business: string; draft: boolean }) =>
    setSearch({ business: next.business, ...(next.draft ? { draft: 'true' } : {}) }, { replace: true });
  return (
    <>
      <PageHead title={t('talk.title')} text={t('talk.text')}>
        {businesses.length > 1 && (
          <Select
            aria-label={t('talk.business')}
            leftSection={<IconBuildingStore size={18} aria-hidden />}
            data={businesses.map(({ id, name }) => ({ value: id, label: name }))}
            value={business.id}
            onChange={(id) => id !== null && set({ business: id, draft: isDraft })}
            allowDeselect={false}
          />
        )}
        <Switch
          label={t('talk.draft')}
          checked={isDraft}
          onChange={(event) => set({ business: business.id, draft: event.currentTarget.checked })}
        />
      </PageHead>
      {isDraft && (
        <Alert color="teal" mb="lg">
          {t('talk.draftText')}
        </Alert>
      )}
      <Ways business={business} isDraft={isDraft} />
    </>
  );
}

function Ways({ business, isDraft }: { business: Business; isDraft: boolean }) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <PracticeCall businessId={business.id} isDraft={isDraft} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <MicrophoneCall key={business.id} businessId={business.id} isDraft={isDraft} />
      </Grid.Col>
    </Grid>
  );
}

function NoBusiness() {
  const { t } = useTranslation();
  return (
    <NothingHere icon={IconMicrophone} title={t('talk.noBusiness')} text={t('talk.noBusinessText')}>
      <DemoSalonButton />
    </NothingHere>
  );
}

import { Badge, Button, Group, Tabs, Text } from '@mantine/core';
import {
  IconClock,
  IconHistory,
  IconMessage2,
  IconMicrophone,
  IconSettings,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useBusiness } from '../../api/businesses.ts';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useDraft } from '../../api/drafts.ts';
import type { DraftAndPublished } from '../../api/drafts.ts';
import { Failure } from '../../shell/failure.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { DetailsForm } from './details-form.tsx';
import { DraftBar } from './draft-bar.tsx';
import { HoursTab } from './hours-tab.tsx';
import { PromptTab } from './prompt-tab.tsx';
import { StaffTab } from './staff-tab.tsx';
import { useDraftForm } from './use-draft-form.ts';
import type { DraftForm } from './use-draft-form.ts';
import { Versions } from './versions.tsx';
import { WebhooksTab } from './webhooks-tab.tsx';

interface Shown {
  business: BusinessWithSettings;
  form: DraftForm;
}

const tabs = [
  { name: 'hours', icon: IconClock, show: (shown: Shown) => <HoursTab {...shown} /> },
  { name: 'prompt', icon: IconMessage2, show: (shown: Shown) => <PromptTab {...shown} /> },
  { name: 'staff', icon: IconUsersGroup, show: ({ business }: Shown) => <StaffTab business={business} /> },
  { name: 'details', icon: IconSettings, show: ({ business }: Shown) => <DetailsForm business={business} /> },
  { name: 'webhooks', icon: IconWebhook, show: ({ business }: Shown) => <WebhooksTab business={business} /> },
  {
    name: 'versions',
    icon: IconHistory,
    show: ({ business, form }: Shown) => <Versions business={business} onRestored={form.forget} />,
  },
] as const;

/** One business: hours and prompt as a draft that is tried, published and rolled back; details at once. */
export function BusinessPage() {
  const { businessId = '' } = useParams();
  const business = useBusiness(businessId);
  const draft = useDraft(businessId);
  const failed = [business, draft].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} again={() => void failed.refetch()} />;
  if (!business.data || !draft.data) return <Waiting />;
  return <BusinessTabs key={businessId} business={business.data} draft={draft.data} />;
}

function BusinessTabs({ business, draft }: { business: BusinessWithSettings; draft: DraftAndPublished }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const form = useDraftForm(draft);
  return (
    <>
      <PageHead title={business.name}>
        <Head business={business} />
      </PageHead>
      <Tabs
        value={search.get('tab') ?? 'hours'}
        onChange={(tab) => setSearch(tab === null ? {} : { tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="lg" className="one-line-tabs">
          {tabs.map(({ name, icon: Glyph }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Glyph size={16} aria-hidden />}>
              {t(`business.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, show }) => (
          <Tabs.Panel key={name} value={name}>
            {show({ business, form })}
          </Tabs.Panel>
        ))}
      </Tabs>
      <DraftBar business={business} form={form} />
    </>
  );
}

function Head({ business: { id, phoneNumber, active } }: { business: BusinessWithSettings }) {
  const { t } = useTranslation();
  return (
    <Group gap="md">
      {!active && <Badge color="gray">{t('businesses.inactive')}</Badge>}
      <Text c="dimmed">
        <PhoneNumber number={phoneNumber} />
      </Text>
      <Button
        component={Link}
        to={`/talk?business=${id}`}
        variant="light"
        leftSection={<IconMicrophone size={18} aria-hidden />}
      >
        {t('business.talk')}
      </Button>
    </Group>
  );
}

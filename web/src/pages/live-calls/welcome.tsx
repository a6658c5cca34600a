import { Button, Card, Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconBuildingStore, IconMicrophone, IconPhoneCall, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import { useDemoSalon, usePracticeCall, usePracticeScripts } from '../../api/practice.ts';
import { Failure } from '../../shell/failure.tsx';

/** Nobody has called yet: one button from here to a whole call, with nothing set up. */
export function Welcome({ business }: { business: Business | null }) {
  const { t } = useTranslation();
  const first = useFirstCall(business);
  return (
    <Card p={{ base: 'lg', md: 40 }}>
      <Stack gap="lg" align="flex-start" maw={680}>
        <ThemeIcon size={60} radius="xl" variant="light" aria-hidden>
          <IconPhoneCall size={30} stroke={1.6} />
        </ThemeIcon>
        <Title order={2}>{t('welcome.title')}</Title>
        <Text fz="lg">{t('welcome.text')}</Text>
        <List spacing={6}>
          <List.Item>{t('welcome.caller')}</List.Item>
          <List.Item>{t('welcome.chart')}</List.Item>
          <List.Item>{t('welcome.row')}</List.Item>
        </List>
        {first.error !== null && <Failure error={first.error} />}
        <Group>
          <Button
            size="lg"
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            loading={first.isBusy}
            disabled={!first.isReady}
            onClick={first.begin}
          >
            {t('welcome.begin')}
          </Button>
          <Button
            size="lg"
            variant="subtle"
            component={Link}
            to={business === null ? '/businesses' : '/talk'}
            leftSection={
              business === null ? <IconBuildingStore size={20} aria-hidden /> : <IconMicrophone size={20} aria-hidden />
            }
          >
            {t(business === null ? 'welcome.ownBusiness' : 'welcome.otherCall')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** The ready-made salon where there is no business yet, then a practice call, then the page that shows it. */
function useFirstCall(business: Business | null) {
  const navigate = useNavigate();
  const scripts = usePracticeScripts();
  const demo = useDemoSalon();
  const call = usePracticeCall();
  const script = scripts.data?.items.find(({ name }) => name === 'demo') ?? scripts.data?.items[0];
  const begin = async (name: string): Promise<void> => {
    const { id } = business ?? (await demo.mutateAsync());
    const { callSid } = await call.mutateAsync({ businessId: id, script: name, draft: false });
    await navigate(`/calls/${callSid}`);
  };
  return {
    isReady: script !== undefined,
    isBusy: demo.isPending || call.isPending,
    error: scripts.error ?? demo.error ?? call.error,
    // What went wrong is told by `error`.
    begin: () => void (script === undefined ? undefined : begin(script.name).catch(() => undefined)),
  };
}

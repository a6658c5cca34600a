import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useRestore, useVersions } from '../../api/drafts.ts';
import type { Version } from '../../api/drafts.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ConfirmButton } from '../../shell/confirm-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { Waiting } from '../../shell/waiting.tsx';

interface VersionsProps {
  business: BusinessWithSettings;
  onRestored: () => void;
}

/** What was published, by whom and when; any of it can be published again. */
export function Versions({ business, onRestored }: VersionsProps) {
  const { t } = useTranslation();
  const versions = useVersions(business.id);
  const restore = useRestore(business.id);
  if (versions.isPending) return <Waiting />;
  if (versions.isError) return <Failure error={versions.error} again={() => void versions.refetch()} />;
  const { items } = versions.data;
  if (items.length === 0)
    return <NothingHere icon={IconHistory} title={t('versions.none')} text={t('versions.noneText')} />;
  const again = (version: Version) =>
    restore.mutate(version.number, {
      onSuccess() {
        onRestored();
        notifications.show({ message: t('versions.done') });
      },
    });
  return (
    <Stack gap="sm" maw={820}>
      {restore.isError && <Failure error={restore.error} />}
      {items.map((version, at) => (
        <VersionCard
          key={version.number}
          version={version}
          zone={business.timezone}
          isCurrent={at === 0}
          onRestore={() => again(version)}
        />
      ))}
    </Stack>
  );
}

interface VersionCardProps {
  version: Version;
  zone: string;
  isCurrent: boolean;
  onRestore: () => void;
}

function VersionCard({ version, zone, isCurrent, onRestore }: VersionCardProps) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <Card padding="md">
      <Group justify="space-between">
        <Stack gap={2}>
          <Group gap="xs">
            <Text fw={600}>{t('versions.number', { number: version.number })}</Text>
            {isCurrent && <Badge color="teal">{t('versions.current')}</Badge>}
          </Group>
          <Text fz="sm" c="dimmed">
            {moment(version.madeAt, zone)} · <bdi>{version.madeBy}</bdi> · {t(`versions.${version.cause}`)}
          </Text>
        </Stack>
        {!isCurrent && (
          <ConfirmButton label={t('versions.restore')} question={t('versions.question')} onConfirm={onRestore} />
        )}
      </Group>
    </Card>
  );
}

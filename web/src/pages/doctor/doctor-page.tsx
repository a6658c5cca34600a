import { Alert, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconRefresh, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDoctor } from '../../api/doctor.ts';
import type { Check } from '../../api/doctor.ts';
import { useFindingWords } from '../../i18n/use-finding-words.ts';
import { Failure } from '../../shell/failure.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';

const COLORS = { ok: 'teal', fix: 'red' } as const;

/** Whether this deployment is well, and how to mend what is not. */
export function DoctorPage() {
  const { t } = useTranslation();
  const doctor = useDoctor();
  const checks = doctor.data?.items ?? [];
  const toFix = checks.filter(({ kind }) => kind === 'fix').length;
  return (
    <>
      <PageHead title={t('doctor.title')} text={t('doctor.text')}>
        <Button
          variant="light"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={doctor.isFetching}
          onClick={() => void doctor.refetch()}
        >
          {t('doctor.again')}
        </Button>
      </PageHead>
      {doctor.isPending && <Waiting />}
      {doctor.isError && <Failure error={doctor.error} again={() => void doctor.refetch()} />}
      {doctor.data && (
        <Stack gap="sm" maw={900}>
          <Alert
            color={toFix === 0 ? 'teal' : 'orange'}
            icon={toFix === 0 ? <IconCheck aria-hidden /> : <IconStethoscope aria-hidden />}
          >
            {toFix === 0 ? t('doctor.allWell') : t('doctor.someFix', { count: toFix })}
          </Alert>
          {checks.map((check) => (
            <CheckCard key={check.what} check={check} />
          ))}
        </Stack>
      )}
    </>
  );
}

function CheckCard({ check }: { check: Check }) {
  const { t } = useTranslation();
  const { what, how } = useFindingWords()(check);
  const { kind } = check;
  return (
    <Card padding="md">
      <Group align="flex-start" wrap="nowrap" gap="md">
        <Badge color={COLORS[kind]} miw={72}>
          {t(`doctor.${kind}`)}
        </Badge>
        <Stack gap={4}>
          <Text className="spoken">{what}</Text>
          {how !== undefined && (
            <Text c="dimmed" fz="sm" className="spoken">
              {how}
            </Text>
          )}
        </Stack>
      </Group>
    </Card>
  );
}

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useAddResource, useResources } from '../../api/resources.ts';
import { Failure } from '../../shell/failure.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { StaffCard } from './staff-card.tsx';

/** Who takes appointments: people, chairs, rooms. The first is preferred where several are free. */
export function StaffTab({ business }: { business: BusinessWithSettings }) {
  const { t } = useTranslation();
  const staff = useResources(business.id);
  if (staff.isPending) return <Waiting />;
  if (staff.isError) return <Failure error={staff.error} again={() => void staff.refetch()} />;
  return (
    <Stack maw={820}>
      <Text c="dimmed">{t('staff.text')}</Text>
      {staff.data.map((one) => (
        <StaffCard key={`${one.id} ${one.updatedAt}`} one={one} business={business} />
      ))}
      <NewOne businessId={business.id} />
    </Stack>
  );
}

function NewOne({ businessId }: { businessId: string }) {
  const { t } = useTranslation();
  const add = useAddResource(businessId);
  const [name, setName] = useState('');
  return (
    <>
      <Group align="flex-end">
        <TextInput label={t('staff.newName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={name.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate({ name: name.trim() }, { onSuccess: () => setName('') })}
        >
          {t('staff.add')}
        </Button>
      </Group>
      {add.isError && <Failure error={add.error} />}
    </>
  );
}

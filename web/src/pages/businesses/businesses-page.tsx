import { Badge, Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import type { Business } from '../../api/businesses.ts';
import { useSession } from '../../session/session.ts';
import { DemoSalonButton } from '../../shell/demo-salon-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { NewBusinessForm } from './new-business-form.tsx';

/** All businesses; an owner is led straight to the only one. */
export function BusinessesPage() {
  const { t } = useTranslation();
  const isOperator = useSession().data?.user.role === 'operator';
  const businesses = useBusinesses();
  const [isAdding, adding] = useDisclosure(false);
  if (businesses.isPending) return <Waiting />;
  if (businesses.isError) return <Failure error={businesses.error} again={() => void businesses.refetch()} />;
  const { items } = businesses.data;
  const own = items[0];
  if (!isOperator && own) return <Navigate to={`/businesses/${own.id}`} replace />;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={adding.open}>
      {t('businesses.add')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('businesses.title')} text={t('businesses.text')}>
        {items.length > 0 && add}
      </PageHead>
      {items.length === 0 && (
        <NothingHere icon={IconBuildingStore} title={t('businesses.none')} text={t('businesses.noneText')}>
          <DemoSalonButton variant="light" />
          {add}
        </NothingHere>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {items.map((business) => (
          <BusinessCard key={business.id} business={business} />
        ))}
      </SimpleGrid>
      <NewBusinessForm opened={isAdding} onClose={adding.close} />
    </>
  );
}

function BusinessCard({ business }: { business: Business }) {
  const { t } = useTranslation();
  const { id, name, phoneNumber, timezone, active } = business;
  return (
    <Card component={Link} to={`/businesses/${id}`}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={650} fz="lg" truncate>
            {name}
          </Text>
          {!active && <Badge color="gray">{t('businesses.inactive')}</Badge>}
        </Group>
        <PhoneNumber number={phoneNumber} />
        <Text c="dimmed" fz="sm" className="ltr" ta="start">
          {timezone}
        </Text>
      </Stack>
    </Card>
  );
}

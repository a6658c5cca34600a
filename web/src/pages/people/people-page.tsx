import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUsers } from '../../api/users.ts';
import type { User } from '../../api/users.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { NewUserForm } from './new-user-form.tsx';
import { UserEditor } from './user-editor.tsx';

/** Who may come in, and what they see. */
export function PeoplePage() {
  const { t } = useTranslation();
  const users = useUsers();
  const [adding, setAdding] = useState<'closed' | 'open'>('closed');
  if (users.isPending) return <Waiting />;
  if (users.isError) return <Failure error={users.error} again={() => void users.refetch()} />;
  const { items } = users.data;
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding('open')}>
      {t('people.add')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('people.title')} text={t('people.text')}>
        {items.length > 0 && add}
      </PageHead>
      {items.length === 0 && (
        <NothingHere icon={IconUsers} title={t('people.none')} text={t('people.noneText')}>
          {add}
        </NothingHere>
      )}
      <Stack gap="sm" maw={820}>
        {items.map((user) => (
          <UserCard key={user.id} user={user} />
        ))}
      </Stack>
      <NewUserForm opened={adding === 'open'} onClose={() => setAdding('closed')} />
    </>
  );
}

function UserCard({ user }: { user: User }) {
  const { t } = useTranslation();
  const { businesses } = useChosenBusiness();
  const [edited, setEdited] = useState<User | null>(null);
  const business = businesses.find(({ id }) => id === user.businessId);
  return (
    <Card padding="md">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Group gap="xs">
            <Text fw={650}>{user.name}</Text>
            <Badge color={user.role === 'operator' ? 'indigo' : 'teal'}>{t(`roles.${user.role}`)}</Badge>
            {!user.active && <Badge color="gray">{t('people.inactive')}</Badge>}
            <FirstPasswordBadge until={user.firstPasswordUntil} />
          </Group>
          <Text c="dimmed" fz="sm">
            <bdi>{user.email}</bdi>
            {business !== undefined && ` · ${business.name}`}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="light"
          aria-label={`${user.name}: ${t('people.edit')}`}
          onClick={() => setEdited(user)}
        >
          {t('people.edit')}
        </Button>
      </Group>
      <UserEditor user={edited} onClose={() => setEdited(null)} />
    </Card>
  );
}

function FirstPasswordBadge({ until }: { until: string | null }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { dataUpdatedAt } = useUsers();
  if (until === null) return null;
  const isOver = Date.parse(until) < dataUpdatedAt;
  return (
    <Badge color={isOver ? 'red' : 'orange'}>
      {isOver ? t('people.passwordOver') : t('people.passwordUntil', { until: moment(until) })}
    </Badge>
  );
}

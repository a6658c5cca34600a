import { Badge, Button, Card, Group, Menu, ActionIcon, Stack, Text } from '@mantine/core';
import { IconDots, IconKey, IconPlus, IconTrash, IconUserOff, IconUserCheck, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeUser, useDeleteUser, useUsers } from '../../api/users.ts';
import type { User } from '../../api/users.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { Failure } from '../../shell/failure.tsx';
import { NothingHere } from '../../shell/nothing-here.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { RenewPassword } from './given-password.tsx';
import { NewUserForm } from './new-user-form.tsx';

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
        <UserActions user={user} />
      </Group>
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

function UserActions({ user }: { user: User }) {
  const { t } = useTranslation();
  const change = useChangeUser(user.id);
  const remove = useDeleteUser();
  const [renewing, setRenewing] = useState<User | null>(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${user.name}: ${t('people.actions')}`}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setRenewing(user)}>
            {t('people.newPassword')}
          </Menu.Item>
          <Menu.Item
            leftSection={user.active ? <IconUserOff size={16} aria-hidden /> : <IconUserCheck size={16} aria-hidden />}
            onClick={() => change.mutate({ active: !user.active })}
          >
            {t(user.active ? 'people.lockOut' : 'people.letIn')}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove.mutate(user.id)}
          >
            {t('people.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenewPassword user={renewing} onClose={() => setRenewing(null)} />
    </>
  );
}

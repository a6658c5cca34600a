import { Button, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useChangeUser } from '../../api/users.ts';
import type { User } from '../../api/users.ts';
import { useSession } from '../../session/session.ts';
import { Failure } from '../../shell/failure.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { UserAccess } from './user-access.tsx';
import { USER_FIELDS, UserFields, useUserForm } from './user-form.tsx';

/** Changes a user and what they may do; closed where there is no user. */
export function UserEditor({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={user !== null}
      onClose={onClose}
      title={user?.name}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {user !== null && <Editor user={user} onClose={onClose} />}
    </Modal>
  );
}

function Editor({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const isOwn = useSession().data?.user.id === user.id;
  return (
    <Stack>
      <EditForm user={user} isOwn={isOwn} onClose={onClose} />
      <Divider />
      {isOwn ? (
        <Text c="dimmed" fz="sm">
          {t('people.own')}
        </Text>
      ) : (
        <UserAccess user={user} onClose={onClose} />
      )}
    </Stack>
  );
}

function EditForm({ user, isOwn, onClose }: { user: User; isOwn: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { byField } = useFieldWords();
  const change = useChangeUser(user.id);
  const { name, email, role, businessId } = user;
  const form = useUserForm({ name, email, role, businessId });
  const submit = form.onSubmit(({ role, businessId, ...who }) => {
    const isOther = role !== user.role || businessId !== user.businessId;
    change.mutate(isOther ? { ...who, role, businessId } : who, {
      onSuccess() {
        notifications.show({ message: t('common.saved') });
        onClose();
      },
      onError: (error) => form.setErrors(byField(error)),
    });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <UserFields form={form} isOwn={isOwn} />
        {change.isError && <Failure error={change.error} shown={USER_FIELDS} />}
        <Group justify="flex-end">
          <Button type="submit" disabled={!form.isDirty()} loading={change.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeUser, useDeleteUser } from '../../api/users.ts';
import type { User } from '../../api/users.ts';
import { ConfirmButton } from '../../shell/confirm-button.tsx';
import { Failure } from '../../shell/failure.tsx';
import { RenewPassword } from './given-password.tsx';

/** Gives somebody a way in again, or takes it. */
export function UserAccess({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeUser(user.id);
  const remove = useDeleteUser();
  const [renewing, setRenewing] = useState<User | null>(null);
  const setActive = (active: boolean) => change.mutate({ active }, { onSuccess: onClose });
  const { name } = user;
  const forget = () =>
    remove.mutate(user.id, { onSuccess: () => notifications.show({ message: t('people.removed', { name }) }) });
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Button variant="light" onClick={() => setRenewing(user)}>
          {t('people.newPassword')}
        </Button>
        {user.active ? (
          <ConfirmButton
            color="orange"
            label={t('people.lockOut')}
            question={t('people.lockOutQuestion', { name })}
            loading={change.isPending}
            onConfirm={() => setActive(false)}
          />
        ) : (
          <Button variant="light" loading={change.isPending} onClick={() => setActive(true)}>
            {t('people.letIn')}
          </Button>
        )}
        <ConfirmButton
          color="red"
          label={t('people.remove')}
          question={t('people.removeQuestion', { name })}
          loading={remove.isPending}
          onConfirm={forget}
        />
      </Group>
      {change.isError && <Failure error={change.error} />}
      {remove.isError && <Failure error={remove.error} />}
      <RenewPassword user={renewing} onClose={() => setRenewing(null)} />
    </Stack>
  );
}

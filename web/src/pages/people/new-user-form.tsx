import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCreateUser } from '../../api/users.ts';
import { Failure } from '../../shell/failure.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { GivenPassword } from './given-password.tsx';
import { USER_FIELDS, UserFields, useUserForm } from './user-form.tsx';

interface NewUserFormProps {
  opened: boolean;
  onClose: () => void;
}

export function NewUserForm({ opened, onClose }: NewUserFormProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('people.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NewUser onClose={onClose} />
    </Modal>
  );
}

function NewUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { byField } = useFieldWords();
  const create = useCreateUser();
  const form = useUserForm({ name: '', email: '', role: 'owner', businessId: null });
  const submit = form.onSubmit((user) => create.mutate(user, { onError: (error) => form.setErrors(byField(error)) }));
  const given = create.data?.firstPassword;
  if (given !== undefined) return <GivenPassword password={given} onClose={onClose} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <UserFields form={form} />
        {create.isError && <Failure error={create.error} shown={USER_FIELDS} />}
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t('people.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

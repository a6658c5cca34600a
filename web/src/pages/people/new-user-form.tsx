import { Button, Group, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCreateUser } from '../../api/users.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { Failure } from '../../shell/failure.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { GivenPassword } from './given-password.tsx';

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
      <NewUserFields onClose={onClose} />
    </Modal>
  );
}

interface Fields {
  name: string;
  email: string;
  role: 'operator' | 'owner';
  businessId: string | null;
}

function useNewUser() {
  const { t } = useTranslation();
  return useForm<Fields>({
    initialValues: { name: '', email: '', role: 'owner', businessId: null },
    validate: {
      name: (name) => (name.trim() === '' ? t('people.nameMissing') : null),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('people.emailWrong')),
      businessId: (id, { role }) => (role === 'owner' && id === null ? t('people.businessMissing') : null),
    },
  });
}

function NewUserFields({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { businesses } = useChosenBusiness();
  const { byField } = useFieldWords();
  const create = useCreateUser();
  const form = useNewUser();
  const submit = form.onSubmit((values) =>
    create.mutate(
      {
        ...values,
        email: values.email.trim(),
        businessId: values.role === 'owner' ? values.businessId : null,
      },
      { onError: (error) => form.setErrors(byField(error)) },
    ),
  );
  const given = create.data?.firstPassword;
  if (given !== undefined) return <GivenPassword password={given} onClose={onClose} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('people.name')} required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label={t('login.email')}
          type="email"
          required
          classNames={{ input: 'ltr' }}
          {...form.getInputProps('email')}
        />
        <SegmentedControl
          aria-label={t('people.role')}
          data={(['owner', 'operator'] as const).map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          {...form.getInputProps('role')}
        />
        {form.values.role === 'owner' && (
          <Select
            label={t('people.business')}
            required
            data={businesses.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('businessId')}
          />
        )}
        {create.isError && <Failure error={create.error} shown={['name', 'email', 'businessId']} />}
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t('people.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

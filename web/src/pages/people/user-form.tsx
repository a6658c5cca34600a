import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useChosenBusiness } from '../../shell/chosen-business.ts';

interface UserValues {
  name: string;
  email: string;
  role: 'operator' | 'owner';
  businessId: string | null;
}

/** Where a refusal of these fields is shown. */
export const USER_FIELDS = ['name', 'email', 'businessId'];

type UserForm = UseFormReturnType<UserValues>;

/** Who somebody is and what they see. */
export function useUserForm(initialValues: UserValues): UserForm {
  const { t } = useTranslation();
  return useForm<UserValues>({
    initialValues,
    validate: {
      name: (name) => (name.trim() === '' ? t('people.nameMissing') : null),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('people.emailWrong')),
      businessId: (id, { role }) => (role === 'owner' && id === null ? t('people.businessMissing') : null),
    },
    transformValues: ({ name, email, role, businessId }) => ({
      name: name.trim(),
      email: email.trim(),
      role,
      businessId: role === 'owner' ? businessId : null,
    }),
  });
}

/** The fields of a user; nobody changes their own role. */
export function UserFields({ form, isOwn = false }: { form: UserForm; isOwn?: boolean }) {
  const { t } = useTranslation();
  const { businesses } = useChosenBusiness();
  return (
    <>
      <TextInput label={t('people.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('login.email')}
        type="email"
        required
        classNames={{ input: 'ltr' }}
        {...form.getInputProps('email')}
      />
      {!isOwn && (
        <SegmentedControl
          aria-label={t('people.role')}
          data={(['owner', 'operator'] as const).map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          {...form.getInputProps('role')}
        />
      )}
      {form.values.role === 'owner' && (
        <Select
          label={t('people.business')}
          required
          data={businesses.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('businessId')}
        />
      )}
    </>
  );
}

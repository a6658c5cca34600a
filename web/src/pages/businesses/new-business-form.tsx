import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCreateBusiness } from '../../api/businesses.ts';
import { Failure } from '../../shell/failure.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { internationalNumber } from './international-number.ts';

export function NewBusinessForm({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { byField } = useFieldWords();
  const create = useCreateBusiness();
  const form = useForm({
    initialValues: { name: '', phoneNumber: '' },
    validate: {
      name: (name) => (name.trim() === '' ? t('businesses.nameMissing') : null),
      phoneNumber: (number) => (internationalNumber(number) === null ? t('businesses.numberWrong') : null),
    },
  });
  const submit = form.onSubmit(({ name, phoneNumber }) =>
    create.mutate(
      { name, phoneNumber: internationalNumber(phoneNumber) ?? phoneNumber },
      {
        onError: (error) => form.setErrors(byField(error)),
        onSuccess: ({ id }) => void navigate(`/businesses/${id}`),
      },
    ),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('businesses.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('businesses.name')} required data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label={t('businesses.number')}
            description={t('businesses.numberHelp')}
            type="tel"
            required
            classNames={{ input: 'ltr' }}
            {...form.getInputProps('phoneNumber')}
          />
          {create.isError && <Failure error={create.error} shown={Object.keys(form.values)} />}
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending}>
              {t('businesses.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

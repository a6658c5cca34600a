import { Button, Card, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useChangeBusiness } from '../../api/businesses.ts';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { Failure } from '../../shell/failure.tsx';
import { SectionTitle } from '../../shell/section-title.tsx';
import { readable } from '../../shell/phone-number.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { internationalNumber } from './international-number.ts';

const zones = [...new Set(['Asia/Jerusalem', 'UTC', ...Intl.supportedValuesOf('timeZone')])];

function useDetails({ name, phoneNumber, timezone, fallbackNumber, active }: BusinessWithSettings) {
  const { t } = useTranslation();
  return useForm({
    initialValues: {
      name,
      phoneNumber: readable(phoneNumber),
      timezone,
      fallbackNumber: fallbackNumber === null ? '' : readable(fallbackNumber),
      active,
    },
    validate: {
      name: (value) => (value.trim() === '' ? t('businesses.nameMissing') : null),
      phoneNumber: (value) => (internationalNumber(value) === null ? t('businesses.numberWrong') : null),
      fallbackNumber: (value) =>
        value.trim() !== '' && internationalNumber(value) === null ? t('businesses.numberWrong') : null,
    },
  });
}

/** Name, numbers and zone; these take effect when saved. */
export function DetailsForm({ business }: { business: BusinessWithSettings }) {
  const { t } = useTranslation();
  const form = useDetails(business);
  const { byField } = useFieldWords();
  const change = useChangeBusiness(business.id);
  const submit = form.onSubmit((values) =>
    change.mutate(
      {
        ...values,
        phoneNumber: internationalNumber(values.phoneNumber) ?? values.phoneNumber,
        fallbackNumber: internationalNumber(values.fallbackNumber),
      },
      {
        onError: (error) => form.setErrors(byField(error)),
        onSuccess() {
          form.resetDirty();
          notifications.show({ message: t('common.saved') });
        },
      },
    ),
  );
  const number = { type: 'tel', classNames: { input: 'ltr' } };
  return (
    <Card maw={640}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SectionTitle title={t('business.details')} />
          <TextInput label={t('businesses.name')} required {...form.getInputProps('name')} />
          <TextInput label={t('businesses.number')} {...number} required {...form.getInputProps('phoneNumber')} />
          <Select
            label={t('businesses.zone')}
            data={zones}
            searchable
            allowDeselect={false}
            {...form.getInputProps('timezone')}
          />
          <TextInput
            label={t('businesses.fallback')}
            description={t('businesses.fallbackHelp')}
            {...number}
            {...form.getInputProps('fallbackNumber')}
          />
          <Switch
            label={t('businesses.active')}
            description={t('businesses.activeHelp')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
          {change.isError && <Failure error={change.error} shown={Object.keys(form.values)} />}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

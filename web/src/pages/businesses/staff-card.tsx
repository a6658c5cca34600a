import { Button, Card, Group, NumberInput, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { useChangeResource } from '../../api/resources.ts';
import type { Resource } from '../../api/resources.ts';
import { Failure } from '../../shell/failure.tsx';
import { useFieldWords } from '../../shell/use-field-words.ts';
import { WEEK, draftValuesOf, faultOf, openingHoursOf } from './draft-values.ts';
import type { Range } from './draft-values.ts';
import { HoursEditor } from './hours-editor.tsx';

interface StaffCardProps {
  one: Resource;
  business: BusinessWithSettings;
}

/** One who takes appointments: name, how many at once, own hours or those of the business. */
export function StaffCard({ one, business }: StaffCardProps) {
  const { t } = useTranslation();
  const { byField } = useFieldWords();
  const change = useChangeResource(business.id);
  const { openingHours, name, capacity, active } = one;
  const { hours } = draftValuesOf(
    '',
    openingHours === null ? business.settings : { ...business.settings, openingHours },
  );
  const form = useForm({
    initialValues: { name, capacity, active, keepsOwnHours: openingHours !== null, hours },
    validate: { name: (value) => (value.trim() === '' ? t('businesses.nameMissing') : null) },
  });
  const { values } = form;
  const isFaulty = values.keepsOwnHours && WEEK.some((day) => faultOf(values.hours[day] ?? []) !== null);
  const submit = form.onSubmit(({ keepsOwnHours, hours: own, ...rest }) =>
    change.mutate(
      { id: one.id, change: { ...rest, openingHours: keepsOwnHours ? openingHoursOf(own) : null } },
      {
        onError: (error) => form.setErrors(byField(error)),
        onSuccess: () => notifications.show({ message: t('common.saved') }),
      },
    ),
  );
  return (
    <Card>
      <form onSubmit={submit} noValidate aria-label={name}>
        <Stack>
          <Group align="flex-start">
            <TextInput label={t('staff.name')} required flex={1} miw={180} {...form.getInputProps('name')} />
            <NumberInput label={t('staff.capacity')} min={1} max={100} w={150} {...form.getInputProps('capacity')} />
          </Group>
          <Group gap="xl">
            <Switch label={t('staff.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
            <Switch label={t('staff.ownHours')} {...form.getInputProps('keepsOwnHours', { type: 'checkbox' })} />
          </Group>
          {values.keepsOwnHours && (
            <HoursEditor hours={values.hours} onChange={(own: Range[][]) => form.setFieldValue('hours', own)} />
          )}
          {change.isError && <Failure error={change.error} shown={['name', 'capacity']} />}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty() || isFaulty}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

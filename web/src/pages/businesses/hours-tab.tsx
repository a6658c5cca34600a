import { Grid, Stack } from '@mantine/core';
import type { BusinessWithSettings } from '../../api/businesses.ts';
import { DatesEditor } from './dates-editor.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { SlotPreview } from './slot-preview.tsx';
import { SlotRules } from './slot-rules.tsx';
import type { DraftForm } from './use-draft-form.ts';

export function HoursTab({ business, form }: { business: BusinessWithSettings; form: DraftForm }) {
  const { values, change } = form;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="lg">
          <HoursEditor hours={values.hours} onChange={(hours) => change({ hours })} />
          <DatesEditor dates={values.dates} observeHolidays={values.observeHolidays} onChange={change} />
          <SlotRules values={values} onChange={change} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <SlotPreview business={business} form={form} />
      </Grid.Col>
    </Grid>
  );
}

import { DataList, Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../api/calls.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { PhoneNumber } from '../../shell/phone-number.tsx';

/** What the call knows for the booking, as it stands in the database. */
export function BookingFacts({ session }: { session: Call }) {
  const { t } = useTranslation();
  const { moment, day } = useFormats();
  const { businesses } = useChosenBusiness();
  const zone = businesses.find(({ id }) => id === session.businessId)?.timezone;
  const { wish, lastRequestedTime, lastConfirmedTime } = session;
  const facts = [
    { key: 'name', value: wish.name },
    { key: 'phone', value: wish.phone === null ? null : <PhoneNumber number={wish.phone} /> },
    { key: 'date', value: wish.date === null ? null : day(wish.date) },
    { key: 'time', value: wish.time },
    { key: 'requested', value: lastRequestedTime === null ? null : moment(lastRequestedTime, zone) },
    { key: 'confirmed', value: lastConfirmedTime === null ? null : moment(lastConfirmedTime, zone) },
  ] as const;
  return (
    <Box p="md">
      <DataList>
        {facts.map(({ key, value }) => (
          <DataList.Item key={key}>
            <DataList.ItemLabel>{t(`facts.${key}`)}</DataList.ItemLabel>
            <DataList.ItemValue>{value ?? '—'}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Box>
  );
}

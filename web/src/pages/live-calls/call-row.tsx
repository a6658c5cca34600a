import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import type { Call } from '../../api/calls.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useChosenBusiness } from '../../shell/chosen-business.ts';
import { KindBadge } from '../../shell/kind-badge.tsx';
import { OutcomeBadge } from '../../shell/outcome-badge.tsx';
import { PhoneNumber } from '../../shell/phone-number.tsx';

export function CallRow({ call }: { call: Call }) {
  const { moment, duration } = useFormats();
  const navigate = useNavigate();
  const { businesses, chosen } = useChosenBusiness();
  const business = businesses.find(({ id }) => id === call.businessId);
  const { callSid, startedAt, endedAt, wish, from, outcome, kind } = call;
  return (
    <Table.Tr className="row-link" onClick={() => void navigate(`/calls/${callSid}`)}>
      <Table.Td>
        <Anchor component={Link} to={`/calls/${callSid}`} onClick={(event) => event.stopPropagation()}>
          {moment(startedAt, business?.timezone)}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Group gap={8}>
          {wish.name !== null && <Text fw={600}>{wish.name}</Text>}
          <Text c="dimmed">
            <PhoneNumber number={from} />
          </Text>
          <KindBadge kind={kind} />
        </Group>
      </Table.Td>
      {chosen === null && <Table.Td>{business?.name}</Table.Td>}
      <Table.Td className="numeric">
        {endedAt === null ? '' : duration(Date.parse(endedAt) - Date.parse(startedAt))}
      </Table.Td>
      <Table.Td>
        <OutcomeBadge outcome={outcome} />
      </Table.Td>
    </Table.Tr>
  );
}

import { Stack } from '@mantine/core';
import { useLiveCalls } from '../../api/live.ts';
import { Conversation } from '../call/conversation.tsx';
import { activeStates } from '../call/chart/active-states.ts';
import { RegionStrip } from '../call/chart/region-strip.tsx';

/** Where the call stands and what was said, while the reader is talking. */
export function LiveWords({ callSid }: { callSid: string }) {
  const call = useLiveCalls({ callSid }).calls.find((one) => one.callSid === callSid);
  if (call === undefined) return null;
  return (
    <Stack gap="xs">
      <RegionStrip active={activeStates(call.states.at(-1))} />
      <Conversation lines={call.lines} h={260} />
    </Stack>
  );
}

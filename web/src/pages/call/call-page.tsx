import { useParams } from 'react-router';
import { useCallStory } from '../../api/calls.ts';
import type { CallStory } from '../../api/calls.ts';
import { useLiveCalls } from '../../api/live.ts';
import { Failure } from '../../shell/failure.tsx';
import { LostWatch } from '../../shell/lost-watch.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { FinishedCall } from './finished-call.tsx';
import { RunningCall } from './running-call.tsx';

/** One call: while it is on the line as it happens, afterwards step by step. */
export function CallPage() {
  const { callSid = '' } = useParams();
  const story = useCallStory(callSid);
  if (story.isPending) return <Waiting />;
  if (story.isError) return <Failure error={story.error} again={() => void story.refetch()} />;
  if (story.data.session.live) return <WatchedCall key={callSid} story={story.data} />;
  return <FinishedCall key={callSid} story={story.data} />;
}

function WatchedCall({ story }: { story: CallStory }) {
  const { callSid } = story.session;
  const { connection, calls } = useLiveCalls({ callSid });
  return (
    <>
      <LostWatch connection={connection} />
      <RunningCall story={story} call={calls.find((one) => one.callSid === callSid) ?? null} />
    </>
  );
}

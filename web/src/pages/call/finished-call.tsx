import { callChart } from 'virtual:call-chart';
import { useReplay } from '../../api/calls.ts';
import type { CallStory } from '../../api/calls.ts';
import { Failure } from '../../shell/failure.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { CallActions } from './call-actions.tsx';
import { CallHead } from './call-head.tsx';
import { CallLayout } from './call-layout.tsx';
import { ChartCard } from './chart-card.tsx';
import { traceOf } from './frames.ts';
import type { Frame } from './frames.ts';
import { ReplaySummary } from './replay-summary.tsx';
import { Scrubber } from './scrubber.tsx';
import { SidePanel } from './side-panel.tsx';
import { timedFact } from './story-so-far.ts';
import { useScrub } from './use-scrub.ts';

/** A call that is over: its recorded facts, run again through the machine, one step at a time. */
export function FinishedCall({ story }: { story: CallStory }) {
  const { callSid } = story.session;
  const replay = useReplay(callSid, true);
  return (
    <>
      <CallHead session={story.session}>
        <CallActions callSid={callSid} />
      </CallHead>
      {replay.isPending && <Waiting />}
      {replay.isError && <Failure error={replay.error} again={() => void replay.refetch()} />}
      {replay.data && (
        <>
          <ReplaySummary replay={replay.data} />
          <ScrubbedCall
            story={story}
            frames={replay.data.frames.map((frame): Frame => ({ ...timedFact(frame), state: frame.state }))}
          />
        </>
      )}
    </>
  );
}

function ScrubbedCall({ story, frames }: { story: CallStory; frames: readonly Frame[] }) {
  const scrub = useScrub(frames);
  const states = frames.slice(0, scrub.at + 1).map(({ state }) => state);
  const now = frames[scrub.at];
  const lines = story.transcript.filter(({ startedMs }) => startedMs <= (now?.ms ?? 0));
  const isWhole = scrub.at >= frames.length - 1;
  return (
    <CallLayout
      chart={
        <ChartCard state={now?.state} traced={traceOf(states, callChart.arrows)}>
          <Scrubber frames={frames} scrub={scrub} />
        </ChartCard>
      }
      side={
        <SidePanel
          session={story.session}
          lines={isWhole ? story.transcript : lines}
          facts={frames}
          current={now?.seq ?? null}
          onChoose={scrub.goTo}
        />
      }
    />
  );
}

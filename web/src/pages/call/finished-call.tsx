import { Stack } from '@mantine/core';
import { callChart } from './chart/call-chart.ts';
import { useReplay } from '../../api/calls.ts';
import type { CallStory, Replay } from '../../api/calls.ts';
import type { SpokenLine } from '../../api/live.ts';
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
import { serverLines, timedFact } from './story-so-far.ts';
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
      {replay.isError && (
        <Stack>
          <Failure error={replay.error} again={() => void replay.refetch()} />
          <SidePanel
            session={story.session}
            lines={story.transcript}
            facts={story.timeline.map(timedFact)}
            current={null}
          />
        </Stack>
      )}
      {replay.data && (
        <>
          <ReplaySummary replay={replay.data} />
          <ScrubbedCall
            story={story}
            lines={everyLine(story, replay.data)}
            frames={replay.data.frames.map((frame): Frame => ({ ...timedFact(frame), state: frame.state }))}
          />
        </>
      )}
    </>
  );
}

const everyLine = ({ transcript }: CallStory, { frames }: Replay): SpokenLine[] =>
  [...transcript, ...serverLines(frames)].sort((one, other) => one.startedMs - other.startedMs);

interface ScrubbedCallProps {
  story: CallStory;
  lines: readonly SpokenLine[];
  frames: readonly Frame[];
}

function ScrubbedCall({ story, lines, frames }: ScrubbedCallProps) {
  const scrub = useScrub(frames);
  const states = frames.slice(0, scrub.at + 1).map(({ state }) => state);
  const now = frames[scrub.at];
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
          lines={isWhole ? lines : lines.filter(({ startedMs }) => startedMs <= (now?.ms ?? 0))}
          facts={frames}
          current={now?.seq ?? null}
          onChoose={scrub.goTo}
        />
      }
    />
  );
}

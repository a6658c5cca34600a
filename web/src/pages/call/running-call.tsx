import { callChart } from './chart/call-chart.ts';
import type { CallStory } from '../../api/calls.ts';
import type { LiveCall } from '../../api/live.ts';
import { CallHead } from './call-head.tsx';
import { CallLayout } from './call-layout.tsx';
import { ChartCard } from './chart-card.tsx';
import { traceOf } from './frames.ts';
import { SidePanel } from './side-panel.tsx';
import { everythingSaid, factsSoFar } from './story-so-far.ts';

/** A call on the line: what was recorded before this page was opened, and what has been told since. */
export function RunningCall({ story, call }: { story: CallStory; call: LiveCall | null }) {
  const states = call?.states ?? [story.state];
  return (
    <>
      <CallHead session={story.session} />
      <CallLayout
        chart={<ChartCard state={states.at(-1)} traced={traceOf(states, callChart.arrows)} />}
        side={
          <SidePanel
            session={story.session}
            lines={everythingSaid(story, call)}
            facts={factsSoFar(story, call)}
            current={null}
          />
        }
      />
    </>
  );
}

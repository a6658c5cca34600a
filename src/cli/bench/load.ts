import { answerRequests } from './answer-requests.ts';
import { Caller } from './caller.ts';
import { loadRequest } from './load-report.ts';
import type { LoadRequest, Route } from './load-report.ts';
import { LoadTally } from './load-tally.ts';
import { SLOTS, startSlotClock } from './slot-clock.ts';

const AT_ONCE = 10;

const tally = new LoadTally();
const callers: Caller[] = [];

const liveCallers = (): number => callers.filter((caller) => caller.isLive).length;

/** Ten calls are set up at a time; the others wait. Frames flow from the moment a stream is open. */
async function place(calls: number, route: Route): Promise<{ connected: number }> {
  startSlotClock((slot) => {
    for (let index = slot; index < callers.length; index += SLOTS) callers[index]?.beat();
  });
  const next = Array.from({ length: calls }, (_, index) => new Caller(index, tally)).values();
  const connectSome = async (): Promise<void> => {
    for (const caller of next) {
      await caller.connect(route);
      callers.push(caller);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, connectSome));
  for (const caller of callers) caller.beginScript(calls);
  return { connected: liveCallers() };
}

async function answer(request: LoadRequest): Promise<unknown> {
  switch (request.kind) {
    case 'place':
      return place(request.calls, request.route);
    case 'begin':
      return tally.empty();
    case 'report':
      return tally.report({ connected: callers.length, live: liveCallers() });
    case 'hangUp':
      for (const caller of callers) caller.hangUp();
      return null;
  }
}

answerRequests(loadRequest, answer);

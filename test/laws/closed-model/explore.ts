import type { CallEmission, CallInput } from '../../../machines/vocabulary.ts';
import { canonical } from './canonical.ts';
import { afterCommand, afterHappening } from './how-the-world-moves.ts';
import type { CallSnapshot, Happening, RememberingMachine } from './machine-step.ts';
import { whatMayHappen } from './what-may-happen.ts';
import { firstWorld } from './world.ts';
import type { Bounds, World } from './world.ts';

/** One moment of one possible call, and how it was reached by the shortest way. */
export interface Moment {
  index: number;
  snapshot: CallSnapshot;
  world: World;
  from: Moment | null;
  happening: Happening | null;
  commands: readonly CallEmission[];
}

/** One step: the world before, with what happened heard in it, and after the machine's commands. */
export interface Step {
  before: CallSnapshot;
  after: CallSnapshot;
  happening: Happening;
  commands: readonly CallEmission[];
  world: World;
  heard: World;
  next: World;
}

export interface Edge {
  from: number;
  to: number;
  happening: Happening;
}
export interface Graph {
  machine: RememberingMachine;
  moments: Moment[];
  edges: Edge[];
}
export interface Breach {
  law: string;
  why: string;
  moment: Moment;
  /** The step that broke the law, where it is one step and not the whole graph. */
  step: Step | null;
}

export interface Law {
  name: string;
  /** What this step breaks, or null. */
  step?: (step: Step) => string | null;
  /** What the whole graph breaks, or null. */
  graph?: (graph: Graph) => { why: string; moment: Moment } | null;
}

export interface Exploration {
  graph: Graph;
  breaches: Breach[];
}

export interface ExplorationOptions {
  machine: RememberingMachine;
  bounds: Bounds;
  laws: readonly Law[];
  /** Stops here even where more could be reached. */
  mostMoments?: number;
  stopsAt?: 'firstBreach' | 'theEnd';
}

/** Goes breadth first through every call that is possible in a bounded world and checks each law at each step. */
export function explore(options: ExplorationOptions): Exploration {
  const { machine, bounds, laws, mostMoments = 400_000, stopsAt = 'theEnd' } = options;
  const known = new Map<string, Moment>();
  const moments: Moment[] = [];
  const edges: Edge[] = [];
  const breaches = new Map<string, Breach>();

  const reach = (moment: Omit<Moment, 'index'>): Moment => {
    const { snapshot, world } = canonical(moment);
    const same = machine.same(snapshot);
    const key = same.snapshot.status === 'done' ? ENDED : `${same.id} ${JSON.stringify(Object.values(world))}`;
    const found = known.get(key);
    if (found) return found;
    const reached = { ...moment, snapshot: same.snapshot, world, index: moments.length };
    known.set(key, reached);
    moments.push(reached);
    return reached;
  };
  const check = (step: Step, moment: Moment): void => {
    for (const { name, step: breach } of laws) {
      if (breaches.has(name)) continue;
      const why = breach?.(step) ?? null;
      if (why) breaches.set(name, { law: name, why, moment, step });
    }
  };

  const first = machine.begin(inputOf(bounds));
  const world = first.commands.reduce((so, command) => afterCommand(so, command, bounds), firstWorld(bounds));
  reach({ snapshot: first.snapshot, world, from: null, happening: null, commands: first.commands });
  for (let at = 0; at < moments.length && moments.length < mostMoments; at += 1) {
    const moment = moments[at];
    if (!moment || moment.snapshot.status !== 'active') continue;
    for (const happening of whatMayHappen(moment.world, moment.snapshot, bounds)) {
      const { snapshot, commands } = machine.step(moment.snapshot, happening);
      const heard = afterHappening(moment.world, happening, bounds);
      const next = commands.reduce((so, command) => afterCommand(so, command, bounds), heard);
      check(
        { before: moment.snapshot, after: snapshot, happening, commands, world: moment.world, heard, next },
        moment,
      );
      const to = reach({ snapshot, world: next, from: moment, happening, commands });
      edges.push({ from: at, to: to.index, happening });
    }
    if (stopsAt === 'firstBreach' && breaches.size > 0)
      return { graph: { machine, moments, edges }, breaches: [...breaches.values()] };
  }
  const graph = { machine, moments, edges };
  for (const law of laws) {
    const broken = law.graph?.(graph);
    if (broken && !breaches.has(law.name)) breaches.set(law.name, { law: law.name, step: null, ...broken });
  }
  return { graph, breaches: [...breaches.values()] };
}

/** What ended has no future: one ended call stands for all. */
const ENDED = 'ended';

export function inputOf({ callerPhone, wishName, takenOver }: Bounds): CallInput {
  const limits = { silenceLineMs: 3_000, silenceHangupMs: 60_000, callMaxMs: 1_200_000 };
  const known = takenOver && ({ begins: 'resumed', ...takenOver.known } as const);
  const wish = { name: wishName, ...known?.wish };
  return { callSid: 'CA1', businessId: 'salon', callerPhone, ...known, wish, limits };
}

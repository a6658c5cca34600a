import { createActor } from 'xstate';
import type { ActorScope, AnyMachineSnapshot, AnyStateMachine, SnapshotFrom } from 'xstate';
import type { callMachine } from '../../../machines/call.machine.ts';
import type { CallEmission, CallFact, CallInput } from '../../../machines/vocabulary.ts';

export type CallSnapshot = SnapshotFrom<typeof callMachine>;
/** A timer of the chart that ran out; `type` as xstate names it, `xstate.after.<delay>.<state>`. */
export interface TimerFired {
  type: `xstate.after.${string}`;
}
export type Happening = CallFact | TimerFired;

export interface MachineStep {
  snapshot: CallSnapshot;
  commands: CallEmission[];
}
export interface PureMachine {
  begin: (input: CallInput) => MachineStep;
  step: (snapshot: CallSnapshot, happening: Happening) => MachineStep;
}

const isTimer = (type: string): type is TimerFired['type'] => type.startsWith('xstate.after.');

/** A chart as a pure function: one inert scope is used again for every step, which is twice as fast as `transition()`. */
export function pureMachine(machine: AnyStateMachine): PureMachine {
  let commands: CallEmission[] = [];
  const self = createActor(machine);
  const scope: ActorScope<AnyMachineSnapshot, { type: string }> = {
    self,
    id: '',
    sessionId: '',
    system: self.system,
    logger: () => undefined,
    defer: () => undefined,
    stopChild: () => undefined,
    emit: () => undefined,
    actionExecutor: (action) => {
      if (action.type === 'xstate.emit') commands.push(emitted(action.params));
    },
  };
  const taken = (snapshot: CallSnapshot): MachineStep => {
    const given = commands;
    commands = [];
    return { snapshot, commands: given };
  };
  return {
    begin: (input) => taken(machine.getInitialSnapshot(scope, input)),
    step: (snapshot, happening) => taken(machine.transition(snapshot, happening, scope)),
  };
}

function emitted(params: unknown): CallEmission {
  return (params as { event: CallEmission }).event;
}

export interface RememberingMachine extends PureMachine {
  /** A step that nobody takes again. */
  stepOnce: PureMachine['step'];
  /** The one snapshot that stands for all that are equal to this. */
  same: (snapshot: CallSnapshot) => { id: number; snapshot: CallSnapshot };
}

/** A pure machine that works out each step once, however many worlds it is taken in. */
export function rememberingMachine(chart: AnyStateMachine): RememberingMachine {
  const machine = pureMachine(chart);
  const snapshots = new Map<string, { id: number; snapshot: CallSnapshot }>();
  const steps = new WeakMap<CallSnapshot, Map<string, MachineStep>>();
  return {
    begin: machine.begin,
    stepOnce: machine.step,
    same(snapshot) {
      /* Without the names of the fields: one context is made of another, so they stand in the same order in all. */
      const key = JSON.stringify([snapshot.value, Object.values(snapshot.context)]);
      const known = snapshots.get(key) ?? { id: snapshots.size, snapshot };
      snapshots.set(key, known);
      return known;
    },
    step(snapshot, happening) {
      const ofSnapshot = steps.get(snapshot) ?? new Map<string, MachineStep>();
      steps.set(snapshot, ofSnapshot);
      const key = JSON.stringify(happening);
      const step = ofSnapshot.get(key) ?? machine.step(snapshot, happening);
      ofSnapshot.set(key, step);
      return step;
    },
  };
}

const timersOfNode = new WeakMap<object, TimerFired[]>();

/** The timers that are running in this state. */
export function runningTimers(snapshot: CallSnapshot): TimerFired[] {
  return snapshot._nodes.flatMap((node) => {
    const known = timersOfNode.get(node);
    if (known) return known;
    const types = new Set<string>(node.after.map(({ eventType }) => eventType));
    const timers = [...types].filter(isTimer).map((type) => ({ type }));
    timersOfNode.set(node, timers);
    return timers;
  });
}

/** The name of the delay behind a timer, `responseBudget`; null for a fact. */
export function delayOf({ type }: { type: string }): string | null {
  return isTimer(type) ? (type.split('.')[2] ?? null) : null;
}

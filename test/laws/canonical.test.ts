import { callMachine } from '../../machines/call.machine.ts';
import { canonical } from './closed-model/canonical.ts';
import type { Situation } from './closed-model/canonical.ts';
import { inputOf } from './closed-model/explore.ts';
import { afterCommand, afterHappening } from './closed-model/how-the-world-moves.ts';
import { pureMachine } from './closed-model/machine-step.ts';
import type { Happening } from './closed-model/machine-step.ts';
import { whatMayHappen } from './closed-model/what-may-happen.ts';
import { firstWorld } from './closed-model/world.ts';
import type { Bounds } from './closed-model/world.ts';
import { worlds } from './closed-model/worlds.ts';
import { allLaws } from './law/all-laws.ts';

/* The closed model takes many situations for one. Here that is held against calls in which nothing is forgotten. */

const WALKS = 12;
const LONGEST = 80;
const machine = pureMachine(callMachine);

function next({ snapshot, world }: Situation, happening: Happening, bounds: Bounds) {
  const { snapshot: after, commands } = machine.step(snapshot, happening);
  const heard = afterHappening(world, happening, bounds);
  const around = commands.reduce((so, command) => afterCommand(so, command, bounds), heard);
  const step = { before: snapshot, after, happening, commands, world, heard, next: around };
  const broken = allLaws.flatMap((law) => law.step?.(step) ?? []);
  return { situation: { snapshot: after, world: around }, commands, broken };
}

const NAMES = new Set(['request', 'itemId', 'responseId', 'alternatives', 'known', 'requested', 'outcome', 'notice']);
const unnamed = (told: unknown): string =>
  JSON.stringify(told, (key, value: unknown) => (NAMES.has(key) ? undefined : value));
const without = ({ snapshot, world }: Situation): string => {
  const { witness: _witness, ...around } = world;
  return snapshot.status === 'done' ? 'ended' : JSON.stringify([snapshot.value, snapshot.context, around]);
};

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) yield (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
}

test.each(worlds.map((bounds, index) => [bounds.name, bounds, index] as const))(
  'in the world «%s» a call goes on alike whether its past is remembered or not',
  (_, bounds, index) => {
    const chance = numbers(index + 1);
    for (let walk = 0; walk < WALKS; walk += 1) {
      const first = machine.begin(inputOf(bounds));
      const around = first.commands.reduce((so, command) => afterCommand(so, command, bounds), firstWorld(bounds));
      let whole: Situation = { snapshot: first.snapshot, world: around };
      for (let at = 0; at < LONGEST && whole.snapshot.status === 'active'; at += 1) {
        const short = canonical(whole);
        const may = whatMayHappen(whole.world, whole.snapshot, bounds);
        const mayShort = whatMayHappen(short.world, short.snapshot, bounds);
        expect(mayShort.map(unnamed)).toEqual(may.map(unnamed));
        const choice = (chance.next().value as number) % (may.length || 1);
        const [happening, same] = [may[choice], mayShort[choice]];
        if (!happening || !same) break;
        const [remembered, forgotten] = [next(whole, happening, bounds), next(short, same, bounds)];
        expect(forgotten.commands.map(unnamed)).toEqual(remembered.commands.map(unnamed));
        expect(without(canonical(forgotten.situation))).toBe(without(canonical(remembered.situation)));
        expect(remembered.broken.filter((why) => !forgotten.broken.includes(why))).toEqual([]);
        whole = remembered.situation;
      }
    }
  },
);

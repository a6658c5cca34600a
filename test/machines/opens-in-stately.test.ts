import { readFile } from 'node:fs/promises';
import { createMachine, initialTransition } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import { withPicture } from '../../src/cli/machines.ts';

const source = await readFile(new URL('../../machines/call.machine.ts', import.meta.url), 'utf8');
const config: unknown = callMachine.config;

interface Node {
  id: string;
  states: Record<string, Node>;
}

/** Everything below a node of the config, with the path to it. */
function everything(node: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  const here = [{ path, value: node }];
  if (typeof node !== 'object' || node === null) return here;
  return [...here, ...Object.entries(node).flatMap(([key, value]) => everything(value, [...path, key]))];
}

const states = everything(config).filter(({ path }) => path.length === 0 || path.at(-2) === 'states');

test('values are imported from xstate alone', () => {
  const imports = [...source.matchAll(/^import (type )?[^;]*? from '([^']+)';/gms)];
  const values = imports.filter(([, type]) => !type).map(([, , from]) => from);
  expect(values).toEqual(['xstate']);
});

test('the config holds no functions but the context', () => {
  const functions = everything(config)
    .filter(({ value }) => typeof value === 'function')
    .map(({ path }) => path.join('.'));
  expect(functions).toEqual(['context']);
});

test('below createMachine there are no spreads, no computed keys and no arrow functions but the context', () => {
  const chart = source.slice(source.indexOf('}).createMachine({'));
  const withoutContext = chart.slice(chart.indexOf('initial:'));
  expect(withoutContext).not.toMatch(/\.\.\.|=>|^\s*\[\w/m);
});

test('every state says in plain language what the call is while it is there', () => {
  const silent = states
    .filter(({ value }) => !(typeof value === 'object' && value !== null && 'description' in value))
    .map(({ path }) => path.filter((name) => name !== 'states').join('.'))
    .filter((name) => !['inCall.connection.phone', 'inCall.connection.model'].includes(name));
  expect(silent).toEqual([]);
});

test('every wait is a named delay', () => {
  const delays = everything(config)
    .filter(({ path }) => path.at(-2) === 'after')
    .map(({ path }) => path.at(-1));
  expect(delays.length).toBeGreaterThan(15);
  for (const delay of delays) expect(callMachine.implementations.delays).toHaveProperty(String(delay));
});

test('the machine starts without an input, as simulators start it', () => {
  const [snapshot] = initialTransition(callMachine, undefined as never);
  expect(snapshot.value).toEqual({ connecting: 'dialing' });
  expect(snapshot.context.limits.silenceLineMs).toBe(3_000);
});

test('a twin made from its JSON has the same states', () => {
  const twin = createMachine(JSON.parse(JSON.stringify(config)) as never, callMachine.implementations as never);
  const idsOf = (node: Node): string[] => [node.id, ...Object.values(node.states).flatMap(idsOf)];
  expect(idsOf(twin.root)).toEqual(idsOf(callMachine.root));
  expect(idsOf(callMachine.root).length).toBeGreaterThan(50);
});

test('the picture in machines/README.md is the machine of today (npm run machines -- picture)', async () => {
  const page = await readFile(new URL('../../machines/README.md', import.meta.url), 'utf8');
  expect(withPicture(page)).toBe(page);
});

import { knownPains } from './known-pains.ts';
import { twentyLaws } from './twenty-laws.ts';
import type { ProvenLaw, Witnessing } from './twenty-laws.ts';

/** What the last run counted; written by `npm run proof`, read by nobody but people. */
export interface ProofFigures {
  on: string;
  worlds: { name: string; states: number; steps: number; seconds: number }[];
  simulation: {
    calls: number;
    events: number;
    fewestEvents: number;
    bookings: number;
    faults: number;
    seconds: number;
  };
}

export interface Fault {
  law: string;
  fault: string;
}

const counted = (count: number): string => count.toLocaleString('en-US');
const link = (file: string): string => `[${file.split('/').at(-1) ?? file}](../${file})`;
const witness = ({ file, test }: Witnessing): string => `${link(file)} «${test}»`;

/** docs/proof.md. Everything in it comes from the code; the figures come from a run. */
export function proofPage(figures: ProofFigures, faults: readonly Fault[]): string {
  return [...opening(), ...lastRun(figures), ...proofTables(faults), ...howToRun(), ''].join('\n');
}

/** The part that does not depend on a run: a test holds it against the file. */
export function proofTables(faults: readonly Fault[]): string[] {
  return [...laws(faults), ...catalogue()];
}

function opening(): string[] {
  return [
    '# Proof',
    '',
    'Twenty things are true of every call, always. This page says for each what it is, what checks it, and which deliberate faults prove',
    'that the check can fail. Written by `npm run proof`; [test/laws/README.md](../test/laws/README.md) tells how the pieces hang together.',
    '',
    'The same law is asked four times over: of **every call that is possible** in small worlds (the closed model), of **a thousand drawn',
    'calls** with everything real but the sockets and the clock (the simulation), of **every recorded call** (replay), and of **every practice',
    'call** over real sockets.',
    '',
  ];
}

function lastRun({ on, worlds, simulation }: ProofFigures): string[] {
  const sum = (of: 'states' | 'steps' | 'seconds'): number => worlds.reduce((all, world) => all + world[of], 0);
  const { calls, events, fewestEvents, bookings, faults, seconds } = simulation;
  return [
    '## The last run',
    '',
    `On ${on}. Seconds are of one core.`,
    '',
    '| | | |',
    '| --- | --- | --- |',
    `| closed model | **${counted(sum('states'))} states, ${counted(sum('steps'))} steps**, all of them, in ${worlds.length} worlds | ${sum('seconds').toFixed(1)} s |`,
    `| simulation | **${counted(calls)} calls, ${counted(events)} events**, ${fewestEvents} a call at the least; ${counted(bookings)} bookings, ${counted(faults)} injected faults | ${seconds.toFixed(0)} s |`,
    '',
    'Laws broken: none. The worlds, each explored to its end:',
    '',
    '| world | states | steps | seconds |',
    '| --- | ---: | ---: | ---: |',
    ...worlds.map(
      ({ name, states, steps, seconds: took }) =>
        `| ${name} | ${counted(states)} | ${counted(steps)} | ${took.toFixed(1)} |`,
    ),
    '',
  ];
}

function laws(faults: readonly Fault[]): string[] {
  return ['## The laws', '', ...twentyLaws.flatMap((law) => oneLaw(law, faults))];
}

function oneLaw(law: ProvenLaw, faults: readonly Fault[]): string[] {
  const own = faults.filter((one) => one.law === law.law).map(({ fault }) => fault);
  const checks = [
    ...(law.chart ? [`every step of the chart: ${link(`test/laws/law/${law.chart}`)}`] : []),
    ...(law.wires ? [`both wires: ${link(`src/practice/runner/laws/${law.wires}`)}`] : []),
    ...(law.afterwards ? [`after every simulated call: ${link(`test/laws/simulation/${law.afterwards}`)}`] : []),
    `closest look: ${witness(law.test)}`,
  ];
  return [
    `### ${law.law} · ${law.name}`,
    '',
    law.says,
    '',
    ...checks.map((check) => `- ${check}`),
    `- ${own.length} ${own.length === 1 ? 'mutant' : 'mutants'}, caught: ${own.join(' · ')}`,
    '',
  ];
}

function catalogue(): string[] {
  return [
    '## Failure catalogue',
    '',
    'What users of comparable systems report again and again, and what rules it out here.',
    '',
    '| | the pain | ruled out by | the test that would fail |',
    '| ---: | --- | --- | --- |',
    ...knownPains.map(
      ({ pain, laws: by, ...test }, index) => `| ${index + 1} | ${pain} | ${by.join(', ')} | ${witness(test)} |`,
    ),
    '',
  ];
}

function howToRun(): string[] {
  return [
    '## See for yourself',
    '',
    '| command | does |',
    '| --- | --- |',
    '| `npm test -- test/laws` | the closed model, the mutants of the chart, the simulated calls |',
    '| `npm run simulate -- --seed S` | one drawn call again; a broken law is shrunk to the shortest story |',
    '| `npm run mutants` | every deliberate fault; fails where one survives; writes [mutants.md](mutants.md) |',
    '| `npm run replay -- CALL_SID` | a recorded call through today’s chart: `identical` or the first difference |',
    '| `npm run proof` | the closed model and the simulation, and this page |',
  ];
}

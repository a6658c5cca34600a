import { killPoints } from './kill-points.ts';
import { faultsOf } from './kill-round.ts';
import type { RoundResult } from './kill-round.ts';

const HEAD = ['killed', 'rounds', 'booked once', 'lost', 'double', 'other faults', 'voice, middle', 'voice, worst'];

/** What became of all calls, by the moment of the kill, as a Markdown table. */
export function tableOf(results: readonly RoundResult[]): string {
  const rows = killPoints
    .map(({ name }) => results.filter(({ point }) => point === name))
    .filter((rounds) => rounds.length > 0)
    .map((rounds) => cellsOf(rounds));
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`;
  return [
    line(HEAD),
    line(
      HEAD.map(() => ''),
      '-',
    ),
    ...rows.map((cells) => line(cells)),
  ].join('\n');
}

function cellsOf(rounds: readonly RoundResult[]): string[] {
  const count = (isSo: (result: RoundResult) => boolean) => String(rounds.filter(isSo).length);
  const voices = rounds.flatMap(({ voiceMs }) => (voiceMs === null ? [] : [voiceMs])).sort((a, b) => a - b);
  const seconds = (ms: number | undefined) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`);
  return [
    rounds[0]?.point ?? '',
    String(rounds.length),
    count(({ rows }) => rows === 1),
    count(({ rows }) => rows === 0),
    count(({ rows, overlaps }) => rows > 1 || overlaps > 0),
    count((result) => result.rows === 1 && faultsOf(result).length > 0),
    seconds(voices[Math.floor(voices.length / 2)]),
    seconds(voices.at(-1)),
  ];
}

/** The page of the last whole run. */
export function figuresPage(results: readonly RoundResult[]): string {
  const day = new Date().toISOString().slice(0, 10);
  return `# Nodes killed in the middle of a call: the last whole run

Written by \`npm run chaos -- --rounds 20 --page docs/killed-nodes.md\` on ${day}. Do not edit.

Two service processes on one Postgres, a practice phone and a practice model on the loopback: at one moment of a booking the node that has
the call is killed (\`kill -9\`), ${results.length} calls in all. "Voice" is from the new stream to the first word the caller hears on it; it
may take 6 s at most.

${tableOf(results)}
`;
}

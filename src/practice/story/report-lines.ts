import type { CallReport, Check } from '../runner/call-report.ts';
import { holds } from '../runner/call-report.ts';
import type { Paint } from './paint.ts';

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function figure(name: string, values: readonly number[]): string[] {
  const middle = median(values);
  if (middle === null) return [];
  const worst = Math.max(...values);
  return [
    `${name} ${middle.toFixed(middle < 10 ? 1 : 0)} ms (worst ${worst.toFixed(worst < 10 ? 1 : 0)}, ${values.length}×)`,
  ];
}

function checkLines(check: Check, paint: Paint): string[] {
  const isKept = check.faults.length === 0;
  const mark = isKept ? paint('green', '✓') : paint('red', '✗');
  const head = `  ${mark} ${(check.law ?? '').padEnd(4)}${check.name}`;
  return [head, ...check.faults.map((fault) => `         ${paint('red', fault)}`)];
}

/** The end of a played call: every check with ✓ or ✗, then the figures. */
export function reportLines(report: CallReport, paint: Paint): string[] {
  const { answerMs, bargeInMs, parserMs } = report.figures;
  const figures = [...figure('answer', answerMs), ...figure('barge-in', bargeInMs), ...figure('parser', parserMs)];
  return [
    ...report.checks.flatMap((check) => checkLines(check, paint)),
    `  ${paint('dim', [`${(report.durationMs / 1000).toFixed(1)} s`, ...figures].join(' · '))}`,
  ];
}

/** One line for a list of many calls. */
export function verdictLine(report: CallReport, paint: Paint): string {
  const mark = holds(report) ? paint('green', '✓') : paint('red', '✗');
  return `${mark} ${report.title} ${paint('dim', `(${(report.durationMs / 1000).toFixed(1)} s)`)}`;
}

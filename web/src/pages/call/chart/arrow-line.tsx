import { BaseEdge, EdgeLabelRenderer } from '@xyflow/react';
import type { Edge, EdgeProps } from '@xyflow/react';
import { callChart } from './call-chart.ts';
import { useFactWords } from '../../../i18n/use-fact-words.ts';

const boxes = new Map(callChart.states.map((state) => [state.id, state]));
const chartWidth = Math.max(...callChart.states.map(({ x, width }) => x + width));

interface Point {
  x: number;
  y: number;
}

export interface ArrowContent extends Record<string, unknown> {
  points: readonly Point[];
  causes: readonly string[];
  /** 1 is the newest; null was not taken lately. */
  trace: number | null;
}

export type ArrowEdge = Edge<ArrowContent, 'arrow'>;

const CORNER = 7;
const HEAD = 7;
const SHORT = 90;

/** An arrow along the way that was found for it at build time; named while it is traced. */
export function ArrowLine({ id, data, source, target }: EdgeProps<ArrowEdge>) {
  const factWords = useFactWords();
  if (data === undefined || data.points.length < 2) return null;
  const { points, causes, trace } = data;
  const kind = trace === null ? '' : trace === 1 ? 'is-newest' : 'is-traced';
  return (
    <>
      <BaseEdge
        id={id}
        path={`${rounded(points)} ${headOf(points)}`}
        className={`arrow-line ${kind}`}
        interactionWidth={0}
      />
      {trace === 1 && (
        <EdgeLabelRenderer>
          <div className="arrow-name" dir="auto" style={{ transform: placeOfName(points, [source, target]) }}>
            {factWords(causes[0] ?? '')}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

/** A name stands beside the longest part of its arrow; beside both states of a short one, so that it covers neither. */
function placeOfName(points: readonly Point[], ends: readonly string[]): string {
  const parts = points.slice(1).map((end, at) => partOf(points[at] ?? end, end));
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  const isShort = longest.length < SHORT;
  const sides = ends.flatMap((id) => boxes.get(id) ?? []).map(({ x, width }) => ({ left: x, right: x + width }));
  const right = isShort ? Math.max(longest.x, ...sides.map((side) => side.right)) : longest.x;
  const left = isShort ? Math.min(longest.x, ...sides.map((side) => side.left)) : longest.x;
  if (right < chartWidth * 0.75) return `translate(${right}px, ${longest.y}px)`;
  return `translate(${left}px, ${longest.y}px) translateX(calc(-100% - 24px))`;
}

const partOf = (from: Point, to: Point) => ({
  x: (from.x + to.x) / 2,
  y: (from.y + to.y) / 2,
  length: Math.hypot(to.x - from.x, to.y - from.y),
});

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.min(by, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const corners = rest.map((point, at) => {
    const after = rest[at + 1];
    const before = points[at];
    if (after === undefined || before === undefined) return `L${point.x},${point.y}`;
    const into = towards(point, before, CORNER);
    const out = towards(point, after, CORNER);
    return `L${into.x},${into.y} Q${point.x},${point.y} ${out.x},${out.y}`;
  });
  return `M${first.x},${first.y} ${corners.join(' ')}`;
}

function headOf(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined) return '';
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const side = (turn: number) => `${tip.x - HEAD * Math.cos(angle + turn)},${tip.y - HEAD * Math.sin(angle + turn)}`;
  return `M${side(0.5)} L${tip.x},${tip.y} L${side(-0.5)}`;
}

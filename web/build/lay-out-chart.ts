import type { ElkExtendedEdge, ElkNode, ELK as Elk } from 'elkjs/lib/elk-api.js';
import ElkLayout from 'elkjs/lib/elk.bundled.js';
import { stateWords } from '../src/i18n/he/state-words.ts';
import type { ChartArrow, ChartState } from './read-chart.ts';

interface Point {
  x: number;
  y: number;
}

export interface PlacedState extends ChartState {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedArrow extends ChartArrow {
  points: Point[];
}

export interface PlacedChart {
  states: PlacedState[];
  arrows: PlacedArrow[];
}

interface Drawing {
  states: readonly ChartState[];
  arrows: readonly ChartArrow[];
}

/** Columns of rows of regions, as a reader meets them; each region is laid out by itself. */
const COLUMNS = [
  [['inCall.silenceGate'], ['inCall.floor']],
  [['inCall.booking'], ['inCall.connection', 'inCall.keypad', 'connecting', 'over']],
];

const GAP = 20;
const FRAME = { top: 46, side: 12 };
/** For the letters of statechart.css. */
const STATE = { lineHeight: 32, letterWidth: 15.2, padding: 24 };

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
  'elk.layered.mergeEdges': 'true',
  'elk.layered.spacing.nodeNodeBetweenLayers': '18',
  'elk.spacing.nodeNode': '12',
  'elk.spacing.edgeNode': '9',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.edgeNodeBetweenLayers': '9',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
};

/** Gives every state a place and every arrow its way, once, when the console is built. */
export async function layOutChart(drawing: Drawing): Promise<PlacedChart> {
  const elk: Elk = new ElkLayout();
  const placed: PlacedChart = { states: [], arrows: [] };
  let left = GAP;
  for (const column of COLUMNS) {
    let top = FRAME.top;
    let right = left;
    for (const row of column) {
      let x = left;
      const regions = await Promise.all(row.map((region) => layOutRegion(elk, region, drawing)));
      for (const region of regions) {
        placed.states.push(...region.states.map((state) => ({ ...state, x: state.x + x, y: state.y + top })));
        placed.arrows.push(...region.arrows.map((arrow) => moved(arrow, { x, y: top })));
        x += region.width;
      }
      top += Math.max(...regions.map(({ height }) => height)) + GAP / 2;
      right = Math.max(right, x);
    }
    left = right + GAP / 2;
  }
  return { ...placed, states: [...framedWhole(placed, drawing), ...placed.states] };
}

const isInside = (id: string, region: string): boolean => id === region || id.startsWith(`${region}.`);
const regionOf = (id: string): string => {
  if (id === 'ending' || id === 'ended') return 'over';
  return COLUMNS.flat(2).find((region) => isInside(id, region)) ?? '';
};

async function layOutRegion(elk: Elk, region: string, { states, arrows }: Drawing) {
  const own = states.filter(({ id }) => regionOf(id) === region);
  const ids = new Set(own.map(({ id }) => id));
  const roots = own.filter(({ parent }) => parent === null || !ids.has(parent));
  const inner = arrows.filter((arrow) => ids.has(arrow.source) && ids.has(arrow.target) && !contains(arrow));
  const graph: ElkNode = await elk.layout({
    id: 'region',
    layoutOptions: options,
    children: roots.map((root) => boxOf(root, own)),
    edges: inner.map((arrow, at) => ({ id: String(at), sources: [arrow.source], targets: [arrow.target] })),
  });
  const boxes = new Map(everyBox(graph).map((box) => [box.id, box]));
  return {
    width: graph.width ?? 0,
    height: graph.height ?? 0,
    states: own.map((state): PlacedState => ({ ...state, ...placeOf(boxes.get(state.id)) })),
    arrows: inner.map((arrow, at): PlacedArrow => ({ ...arrow, points: pointsOf(graph.edges?.[at]) })),
  };
}

const contains = ({ source, target }: ChartArrow): boolean => isInside(target, source) || isInside(source, target);

function boxOf(state: ChartState, all: readonly ChartState[]): ElkNode {
  const children = all.filter(({ parent }) => parent === state.id);
  if (children.length === 0) return { id: state.id, ...sizeOf(state) };
  const { top, side } = FRAME;
  const boxes = children.map((child) => boxOf(child, all));
  const right = side + roomForName(state, boxes);
  return {
    id: state.id,
    children: boxes,
    /* ELK hands options of spacing down to no box: each has its own. */
    layoutOptions: {
      ...options,
      'elk.padding': `[top=${top},left=${side},bottom=${side},right=${right}]`,
    },
  };
}

/** Wide enough for its name in both languages, on at most two lines. */
function sizeOf({ id, name }: ChartState) {
  const folds = [name.split(/(?=[A-Z])/), (stateWords[id]?.[0] ?? '').split(' ')].map(folded);
  const letters = Math.max(...folds.map((fold) => fold.letters));
  return {
    width: Math.max(104, Math.round(letters * STATE.letterWidth) + STATE.padding),
    height: Math.max(...folds.map((fold) => fold.lines)) * STATE.lineHeight + 8,
  };
}

/** How wide words are on two lines, broken where the longer line is shortest. */
function folded(words: readonly string[]): { letters: number; lines: number } {
  if (words.length === 1) return { letters: words[0]?.length ?? 0, lines: 1 };
  const length = (line: readonly string[]) => line.join(' ').length;
  const breaks = words.slice(1).map((_, at) => Math.max(length(words.slice(0, at + 1)), length(words.slice(at + 1))));
  return { letters: Math.min(...breaks), lines: 2 };
}

/** What the name of a box needs beside the states in it, where they are narrower. */
function roomForName({ id, name }: ChartState, children: readonly ElkNode[]): number {
  if (children.some((child) => child.children !== undefined)) return 0;
  const letters = Math.max(name.length, stateWords[id]?.[0].length ?? 0);
  const widest = Math.max(...children.map(({ width = 0 }) => width));
  return Math.max(0, Math.round(letters * STATE.letterWidth) + STATE.padding - widest - 2 * FRAME.side);
}

const everyBox = (box: ElkNode): ElkNode[] => [box, ...(box.children ?? []).flatMap(everyBox)];

const placeOf = (box: ElkNode | undefined) => ({
  x: box?.x ?? 0,
  y: box?.y ?? 0,
  width: box?.width ?? 0,
  height: box?.height ?? 0,
});

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}

const moved = (arrow: PlacedArrow, by: Point): PlacedArrow => ({
  ...arrow,
  points: arrow.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })),
});

/** `inCall` is around everything that happens on the line; it is told by the regions' own frames. */
function framedWhole(placed: PlacedChart, { states }: Drawing): PlacedState[] {
  const inCall = states.find(({ id }) => id === 'inCall');
  const width = Math.max(...placed.states.map((state) => state.x + state.width)) + GAP;
  const height = Math.max(...placed.states.map((state) => state.y + state.height)) + GAP;
  return inCall ? [{ ...inCall, x: 0, y: 0, width, height }] : [];
}

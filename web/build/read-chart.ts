import { callMachine } from '../../machines/call.machine.ts';

/** One state of the machine as the picture needs it. `id` is its path: `inCall.floor.listening`. */
export interface ChartState {
  id: string;
  parent: string | null;
  name: string;
  kind: 'atomic' | 'compound' | 'parallel' | 'final';
  description: string;
  isInitial: boolean;
  tags: string[];
}

/** All transitions from one state to another, drawn as one arrow. */
export interface ChartArrow {
  source: string;
  target: string;
  causes: string[];
}

interface NodeConfig {
  type?: string | undefined;
  initial?: string | undefined;
  description?: string | undefined;
  tags?: unknown;
  states?: Record<string, NodeConfig> | undefined;
  on?: object | undefined;
  always?: unknown;
  after?: object | undefined;
}

/** The states and arrows of machines/call.machine.ts, read from its own definition. */
export function readChart(): { states: ChartState[]; arrows: ChartArrow[] } {
  const root = callMachine.config as NodeConfig;
  return { states: statesIn(root, null), arrows: joined(arrowsIn(root, '')) };
}

const under = (parent: string | null, name: string): string => (parent ? `${parent}.${name}` : name);

function statesIn(node: NodeConfig, parent: string | null): ChartState[] {
  return Object.entries(node.states ?? {}).flatMap(([name, child]) => {
    const id = under(parent, name);
    const state: ChartState = {
      id,
      parent,
      name,
      kind: kindOf(child),
      description: child.description ?? '',
      isInitial: node.initial === name,
      tags: [child.tags ?? []].flat().map(String),
    };
    return [state, ...statesIn(child, id)];
  });
}

function kindOf(node: NodeConfig): ChartState['kind'] {
  if (node.type === 'parallel' || node.type === 'final') return node.type;
  return node.states ? 'compound' : 'atomic';
}

function arrowsIn(node: NodeConfig, path: string): ChartArrow[] {
  const transitions: [string, unknown][] = [
    ...Object.entries(node.on ?? {}),
    ['always', node.always ?? []],
    ...Object.entries(node.after ?? {}).map(([delay, to]): [string, unknown] => [`after ${delay}`, to]),
  ];
  const own = transitions.flatMap(([cause, given]) =>
    [given].flat().flatMap((transition) => {
      const target = targetOf(transition);
      return target === null || path === '' ? [] : [{ source: path, target: resolve(target, path), causes: [cause] }];
    }),
  );
  const below = Object.entries(node.states ?? {}).flatMap(([name, child]) => arrowsIn(child, under(path, name)));
  return [...own, ...below];
}

function targetOf(transition: unknown): string | null {
  if (typeof transition === 'string') return transition;
  if (typeof transition !== 'object' || transition === null || !('target' in transition)) return null;
  return typeof transition.target === 'string' ? transition.target : null;
}

/** `#call.inCall` is absolute, `.idle` a child, `idle` a sibling. */
function resolve(target: string, path: string): string {
  if (target.startsWith('#')) return target.split('.').slice(1).join('.');
  if (target.startsWith('.')) return `${path}${target}`;
  return [...path.split('.').slice(0, -1), target].join('.');
}

function joined(arrows: readonly ChartArrow[]): ChartArrow[] {
  const byEnds = new Map<string, ChartArrow>();
  for (const { source, target, causes } of arrows) {
    if (source === target) continue;
    const known = byEnds.get(`${source}>${target}`);
    const all = [...(known?.causes ?? []), ...causes];
    byEnds.set(`${source}>${target}`, { source, target, causes: [...new Set(all)] });
  }
  return [...byEnds.values()];
}

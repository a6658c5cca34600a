/** A statechart's config as plain data, as far as a picture needs it. */
export interface ChartNode {
  type?: string | undefined;
  initial?: string | undefined;
  description?: string | undefined;
  states?: Record<string, ChartNode> | undefined;
  on?: object | undefined;
  always?: unknown;
  after?: object | undefined;
}

/** Draws a statechart as a Mermaid state diagram. Ids are paths, so that states of two regions may share a name. */
export function toMermaid(root: ChartNode, base: readonly string[] = []): string {
  return ['stateDiagram-v2', ...inside(root, { path: [], base, depth: 1 })].join('\n');
}

interface Place {
  path: readonly string[];
  /** Where the drawn part stands in the whole chart. */
  base: readonly string[];
  depth: number;
}

function inside(node: ChartNode, place: Place): string[] {
  const children = Object.entries(node.states ?? {});
  const lines = children.flatMap(([name, child], at) => [
    ...(node.type === 'parallel' && at > 0 ? [`${pad(place)}--`] : []),
    ...drawn(child, { ...place, path: [...place.path, name] }),
  ]);
  const start = node.initial ? [`${pad(place)}[*] --> ${idOf([...place.path, node.initial])}`] : [];
  return [
    ...start,
    ...lines,
    ...children.flatMap(([name, child]) => arrows(child, { ...place, path: [...place.path, name] })),
  ];
}

function drawn(node: ChartNode, place: Place): string[] {
  const id = idOf(place.path);
  const title = `${pad(place)}state "${place.path.at(-1) ?? ''}" as ${id}`;
  if (!node.states) return node.type === 'final' ? [title, `${pad(place)}${id} --> [*]`] : [title];
  return [`${title} {`, ...inside(node, { ...place, depth: place.depth + 1 }), `${pad(place)}}`];
}

function arrows(node: ChartNode, place: Place): string[] {
  const transitions: [string, unknown][] = [
    ...Object.entries(node.on ?? {}),
    ...(node.always ? [['', node.always] as [string, unknown]] : []),
    ...Object.entries(node.after ?? {}).map(([delay, to]): [string, unknown] => [`after ${delay}`, to]),
  ];
  return transitions.flatMap(([event, given]) =>
    [given].flat().flatMap((transition) => {
      const { target, guard } = readTransition(transition);
      if (target === null) return [];
      const label = [event, guard ? `[${guard}]` : ''].filter(Boolean).join(' ');
      return [`${pad(place)}${idOf(place.path)} --> ${idOf(resolve(target, place))}${label ? ` : ${label}` : ''}`];
    }),
  );
}

function readTransition(transition: unknown): { target: string | null; guard: string | null } {
  if (typeof transition === 'string') return { target: transition, guard: null };
  if (typeof transition !== 'object' || transition === null) return { target: null, guard: null };
  const target = 'target' in transition && typeof transition.target === 'string' ? transition.target : null;
  const guard = 'guard' in transition && typeof transition.guard === 'string' ? transition.guard : null;
  return { target, guard };
}

/** `#call.inCall.floor` is absolute, `.idle` a child, `idle` a sibling. */
function resolve(target: string, { path, base }: Place): string[] {
  if (target.startsWith('#')) return within(target.split('.').slice(1), base);
  if (target.startsWith('.')) return [...path, ...target.slice(1).split('.')];
  return [...path.slice(0, -1), ...target.split('.')];
}

/** A path of the whole chart inside the drawn part; one outside of it by its last name. */
function within(path: readonly string[], base: readonly string[]): string[] {
  return base.every((name, at) => path[at] === name) ? path.slice(base.length) : path.slice(-1);
}

const idOf = (path: readonly string[]): string => path.join('_');
const pad = ({ depth }: Place): string => '  '.repeat(depth);

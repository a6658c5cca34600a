import { toMermaid } from './mermaid.ts';
import type { ChartNode } from './mermaid.ts';

/** The chart as a page shows it: the phases of a call, then one drawing and one table of states for each region. */
export function regionTable(root: ChartNode): string {
  const phases = { ...root, states: mapped(root.states, (name, node) => (name === 'inCall' ? leafOf(node) : node)) };
  const regions = Object.entries(root.states?.['inCall']?.states ?? {});
  return [
    section('The phases of a call', phases),
    ...regions.map(([name, node]) => section(`Region: ${name}`, node, ['inCall', name])),
  ].join('\n');
}

function section(title: string, node: ChartNode, base: readonly string[] = []): string {
  const about = node.description ? `${node.description}\n\n` : '';
  return `## ${title}\n\n${about}\`\`\`mermaid\n${toMermaid(node, base)}\n\`\`\`\n\n${statesTable(node)}\n`;
}

function statesTable(node: ChartNode): string {
  const rows = statesOf(node, '').map(([name, text]) => `| ${name} | ${text} |`);
  return ['| state | meaning |', '| --- | --- |', ...rows].join('\n');
}

function statesOf(node: ChartNode, prefix: string): [string, string][] {
  return Object.entries(node.states ?? {}).flatMap(([name, child]) => [
    [`${prefix}${name}`, child.description ?? ''] as [string, string],
    ...statesOf(child, `${prefix}${name}.`),
  ]);
}

const leafOf = ({ description, on, after }: ChartNode): ChartNode => ({
  ...(description ? { description } : {}),
  ...(on ? { on } : {}),
  ...(after ? { after } : {}),
});

function mapped(
  states: Record<string, ChartNode> | undefined,
  change: (name: string, node: ChartNode) => ChartNode,
): Record<string, ChartNode> {
  return Object.fromEntries(Object.entries(states ?? {}).map(([name, node]) => [name, change(name, node)]));
}

import '@xyflow/react/dist/style.css';
import './statechart.css';
import { Controls, ReactFlow } from '@xyflow/react';
import type { Edge, Node, ReactFlowInstance } from '@xyflow/react';
import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { callChart } from './call-chart.ts';
import { ArrowLine } from './arrow-line.tsx';
import type { ArrowEdge } from './arrow-line.tsx';
import { RegionBox } from './region-box.tsx';
import type { RegionNode } from './region-box.tsx';
import { StateBox } from './state-box.tsx';
import type { StateNode } from './state-box.tsx';
import { arrowId } from './traced-arrows.ts';

const nodeTypes = { region: RegionBox, state: StateBox };
const edgeTypes = { arrow: ArrowLine };

interface StatechartProps {
  active: ReadonlySet<string>;
  /** Arrows that were just taken, newest last. */
  traced: readonly string[];
}

const CLOSE_UP = { padding: 0.03, maxZoom: 1 } as const;
/** What a narrow screen shows first: the whole would be too small to read. */
const FIRST_ON_NARROW = [{ id: 'inCall.booking' }];

/** The machine itself, drawn from its own definition: what is active is lit, what was just taken is traced. A region comes nearer when it is pressed. */
export function Statechart({ active, traced }: StatechartProps) {
  const { t } = useTranslation();
  const colorMode = useComputedColorScheme('light');
  const nodes = useMemo(() => nodesFor(active), [active]);
  const edges = useMemo(() => edgesFor(traced), [traced]);
  const chart = useRef<ReactFlowInstance | null>(null);
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const bringNearer = (_event: unknown, { id, type }: Node) =>
    type === 'region' && id !== 'inCall'
      ? void chart.current?.fitView({ ...CLOSE_UP, nodes: [{ id }], duration: 250 })
      : undefined;
  return (
    <div className="statechart" dir="ltr" role="figure" aria-label={t('chart.label')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={colorMode}
        onInit={(instance) => (chart.current = instance)}
        onNodeClick={bringNearer}
        fitView
        fitViewOptions={{ ...CLOSE_UP, ...(isNarrow && { nodes: FIRST_ON_NARROW }) }}
        minZoom={0.12}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        panOnScroll={false}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'controls.ariaLabel': t('chart.controls'),
          'controls.zoomIn.ariaLabel': t('chart.zoomIn'),
          'controls.zoomOut.ariaLabel': t('chart.zoomOut'),
          'controls.fitView.ariaLabel': t('chart.fit'),
        }}
      >
        <Controls
          showInteractive={false}
          position={isNarrow ? 'bottom-right' : 'bottom-left'}
          fitViewOptions={{ ...CLOSE_UP, duration: 250 }}
        />
      </ReactFlow>
    </div>
  );
}

function nodesFor(active: ReadonlySet<string>): Node[] {
  return callChart.states.map((state): RegionNode | StateNode => {
    const isActive = active.has(state.id);
    const isBox = state.kind === 'compound' || state.kind === 'parallel';
    const depth = state.id.split('.').length;
    const placed = {
      id: state.id,
      position: { x: state.x, y: state.y },
      width: state.width,
      height: state.height,
      zIndex: isBox ? depth : 100,
      className: isActive ? 'is-active' : 'is-idle',
      data: { id: state.id, isActive, isInitial: state.isInitial, isFinal: state.kind === 'final' },
    };
    return isBox ? { ...placed, type: 'region' } : { ...placed, type: 'state' };
  });
}

function edgesFor(traced: readonly string[]): Edge[] {
  return callChart.arrows.map((arrow): ArrowEdge => {
    const id = arrowId(arrow);
    const age = traced.lastIndexOf(id);
    const isTraced = age >= 0;
    return {
      id,
      type: 'arrow',
      source: arrow.source,
      target: arrow.target,
      zIndex: isTraced ? 90 : 50,
      data: { points: arrow.points, causes: arrow.causes, trace: isTraced ? traced.length - age : null },
    };
  });
}

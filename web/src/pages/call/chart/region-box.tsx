import { Handle, Position } from '@xyflow/react';
import type { Node, NodeProps } from '@xyflow/react';
import { useStateWords } from './use-state-words.ts';

export interface BoxContent extends Record<string, unknown> {
  id: string;
  isActive: boolean;
  isInitial: boolean;
  isFinal: boolean;
}

export type RegionNode = Node<BoxContent, 'region'>;

/** A state that holds others, as a frame around them. */
export function RegionBox({ data: { id, isActive } }: NodeProps<RegionNode>) {
  const { label, description } = useStateWords()(id);
  return (
    <div className={`region-box ${isActive ? 'is-active' : ''}`} data-state={id} title={`${id}\n${description}`}>
      <Handle type="target" position={Position.Top} className="no-handle" />
      <span className="region-name">{label}</span>
      <Handle type="source" position={Position.Bottom} className="no-handle" />
    </div>
  );
}

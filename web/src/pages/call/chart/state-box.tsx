import { Handle, Position } from '@xyflow/react';
import type { Node, NodeProps } from '@xyflow/react';
import type { BoxContent } from './region-box.tsx';
import { useStateWords } from './use-state-words.ts';

export type StateNode = Node<BoxContent, 'state'>;

export function StateBox({ data: { id, isActive, isInitial, isFinal } }: NodeProps<StateNode>) {
  const { label, description } = useStateWords()(id);
  const kind = [isActive && 'is-active', isFinal && 'is-final'].filter(Boolean).join(' ');
  return (
    <div
      className={`state-box ${kind}`}
      data-state={id}
      data-active={isActive || undefined}
      title={`${id}\n${description}`}
    >
      <Handle type="target" position={Position.Top} className="no-handle" />
      {isInitial && <span className="initial-dot" aria-hidden />}
      <span dir="auto">{label}</span>
      <Handle type="source" position={Position.Bottom} className="no-handle" />
    </div>
  );
}

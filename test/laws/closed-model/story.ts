import { delayOf } from './machine-step.ts';
import type { Happening } from './machine-step.ts';
import type { Breach, Moment } from './explore.ts';
import type { CallEmission } from '../../../machines/vocabulary.ts';

/** The shortest call that breaks a law, as lines a person can follow. */
export function story({ law, why, moment, step }: Breach): string {
  const told = [...pathTo(moment)].map(({ happening, commands }) => line(happening, commands));
  if (step) told.push(line(step.happening, step.commands));
  return [`${law}: ${why}`, ...told.map((text, index) => `  ${String(index).padStart(2)}. ${text}`)].join('\n');
}

function pathTo(moment: Moment): Moment[] {
  const path: Moment[] = [];
  for (let at: Moment | null = moment; at; at = at.from) path.unshift(at);
  return path;
}

function line(happening: Happening | null, commands: readonly CallEmission[]): string {
  const what = happening ? `«${sentence(happening)}»` : '«the call begins»';
  return commands.length > 0 ? `${what} → ${commands.map(said).join(', ')}` : what;
}

function said(command: CallEmission): string {
  const name = command.type.replace(/^cmd\./, '');
  if (command.type !== 'cmd.requestResponse') return name;
  return `${name}(${[command.occasion, command.notice?.kind].filter(Boolean).join(': ')})`;
}

function sentence(happening: Happening): string {
  const delay = delayOf(happening);
  if (delay) return `${delay} runs out`;
  const { type, ...more } = { ...happening };
  const speaker = type.replace('.', ' ').replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  const details = Object.entries(more)
    .filter(
      ([key, value]) =>
        value !== null && !['request', 'itemId', 'responseId', 'confidence', 'slot', 'alternatives'].includes(key),
    )
    .map(([key, value]) => (typeof value === 'string' ? value : `${key} ${JSON.stringify(value)}`));
  return details.length > 0 ? `${speaker}: ${details.join(', ')}` : speaker;
}

import { readFile } from 'node:fs/promises';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { CallScript } from './call-script.ts';
import { callScript } from './call-script.ts';

interface Source {
  file: string;
  document: Document.Parsed;
  lines: LineCounter;
}

function placeName(path: readonly PropertyKey[]): string {
  const [first, second, ...rest] = path;
  const field = rest.map(String).join('.');
  if (first !== 'steps' || typeof second !== 'number') return path.map(String).join('.') || 'script';
  return field === '' ? `step ${second + 1}` : `step ${second + 1}, ${field}`;
}

function lineOf({ document, lines }: Source, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return 1;
}

function explained(source: Source, issue: z.core.$ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const message = issue.code === 'unrecognized_keys' ? 'There is no such field.' : issue.message;
  return `${source.file}:${lineOf(source, path)}: ${placeName(path)}: ${message}`;
}

/** Reads a call script; a mistake is thrown with file, line, step and field. */
export function readScriptText(text: string, file: string): CallScript {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new AppError('invalid_input', `${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  }
  const read = callScript.safeParse(document.toJS());
  if (read.success) return read.data;
  const source = { file, document, lines };
  throw new AppError('invalid_input', read.error.issues.map((issue) => explained(source, issue)).join('\n'));
}

export async function readScriptFile(file: string): Promise<CallScript> {
  return readScriptText(await readFile(file, 'utf8'), file);
}

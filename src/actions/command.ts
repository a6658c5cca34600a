import type { CallCommand } from '../../machines/vocabulary.ts';

/** One command by its name. */
export type Command<T extends CallCommand['type']> = Extract<CallCommand, { type: T }>;

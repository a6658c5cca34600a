import type { Understanding } from '../../../machines/vocabulary.ts';
import { parserPrompt } from './parser-prompt.ts';
import type { ParseCircumstances } from './parser-prompt.ts';
import { createStructuredChain } from './structured-chain.ts';
import type { ChainFailure, ChainOptions } from './structured-chain.ts';
import { understandingShape, validUnderstanding } from './understanding.ts';

/** `text` is the transcript word for word: it is the last user message and the only thing in it. */
export interface ParseRequest extends ParseCircumstances {
  text: string;
}

export type ParseResult =
  { kind: 'understood'; understanding: Understanding; model: string } | { kind: 'failed'; reason: ChainFailure };

/** Reads dates, times, names and consent out of what the caller said. Never throws, never later than its time limit. */
export interface Parser {
  parse(request: ParseRequest): Promise<ParseResult>;
}

const MAX_TOKENS = 200;

/** The structured parser: the caller's words in, validated facts out. */
export function createParser(options: ChainOptions): Parser {
  const task = { task: 'parser', shape: understandingShape, shapeName: 'booking_intent' } as const;
  const chain = createStructuredChain(task, options);
  return {
    async parse(request) {
      const question = { system: parserPrompt(request), user: request.text, maxTokens: MAX_TOKENS };
      const answer = await chain.ask(question);
      if (answer.kind === 'failed') return answer;
      const understanding = validUnderstanding(answer.value);
      if (understanding === null) return { kind: 'failed', reason: 'junk' };
      return { kind: 'understood', understanding, model: answer.model };
    },
  };
}

import { z } from 'zod';
import { createStructuredChain } from './structured-chain.ts';
import type { ChainAnswer, ChainOptions } from './structured-chain.ts';
import { summaryPrompt } from './summary-prompt.ts';
import type { SummaryFacts } from './summary-prompt.ts';

/** What came of a call, for the owner. */
const callResults = ['booked', 'moved', 'cancelled', 'wants_appointment', 'question', 'other'] as const;

/** The caller's last wish in the parser's own words, then what is for the owner to read. */
const shape = z.object({
  action: z.enum(['ask', 'confirm', 'none']),
  date: z.string().nullable(),
  time: z.string().nullable(),
  name: z.string().nullable(),
  summary: z.string(),
  outcome: z.enum(callResults),
  followUp: z.string().nullable(),
});

/** What the model says of a call; not yet checked against the rows. */
export type SummaryDraft = z.infer<typeof shape>;

export interface SummaryRequest extends SummaryFacts {
  /** Who said what, in order: one line each. */
  transcript: string;
}

/** Sums up a call that is over. Never throws, never later than its time limit. */
export interface Summarizer {
  summarize(request: SummaryRequest): Promise<ChainAnswer<SummaryDraft>>;
}

const MAX_TOKENS = 400;

export function createSummarizer(options: ChainOptions): Summarizer {
  const chain = createStructuredChain({ task: 'summary', shape, shapeName: 'call_summary' }, options);
  return {
    summarize: (request) =>
      chain.ask({ system: summaryPrompt(request), user: request.transcript, maxTokens: MAX_TOKENS }),
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const PARSER_MS = 300;
const properties = z.record(z.string(), z.unknown());
const completionRequest = z.object({
  model: z.string(),
  response_format: z.object({ json_schema: z.object({ schema: z.object({ properties }) }) }),
});

/** Stands in for the parser at `POST /v1/chat/completions`: `action: none`, every other asked field null. */
export async function answerParser(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { model, response_format } = completionRequest.parse(JSON.parse(await text(request)));
  const names = Object.keys(response_format.json_schema.schema.properties);
  const nothing = Object.fromEntries(names.map((name) => [name, name === 'action' ? 'none' : null]));
  const message = { role: 'assistant', content: JSON.stringify(nothing), refusal: null };
  const choices = [{ index: 0, finish_reason: 'stop', logprobs: null, message }];
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const completion = { id: 'chatcmpl_bench', object: 'chat.completion', created: 0, model, choices, usage };
  setTimeout(() => answerJson(response, completion), PARSER_MS);
}

export function answerJson(response: ServerResponse, body: unknown): void {
  if (!response.destroyed) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { ParsedWish, ParserReply, ParserTrouble, PracticeBrain } from '../brain/brain.ts';
import { practiceSummary } from '../brain/practice-summary.ts';
import { newId } from './ids.ts';
import type { ModelNews } from './model-news.ts';

const HANG_MS = 15_000;

const property = z.looseObject({ type: z.unknown().optional(), anyOf: z.array(z.unknown()).optional() });
const completionRequest = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })).min(1),
  response_format: z.looseObject({
    type: z.literal('json_schema'),
    json_schema: z.looseObject({
      name: z.string(),
      strict: z.literal(true),
      schema: z.looseObject({
        type: z.literal('object'),
        properties: z.record(z.string(), property),
        required: z.array(z.string()),
        additionalProperties: z.literal(false),
      }),
    }),
  }),
});

type CompletionRequest = z.infer<typeof completionRequest>;

export interface ParserDesk {
  brain: PracticeBrain;
  parserMs: number;
  tell(news: ModelNews): void;
}

interface HttpAnswer {
  status: number;
  body: unknown;
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const parts = z.array(z.looseObject({ text: z.string() })).safeParse(content);
  return parts.success ? parts.data.map((part) => part.text).join('\n') : '';
}

function errorAnswer(status: number, code: string, message: string): HttpAnswer {
  return { status, body: { error: { message, type: 'invalid_request_error', param: null, code } } };
}

function completion(model: string, message: { content: string | null; refusal: string | null }): HttpAnswer {
  const choice = { index: 0, finish_reason: 'stop', logprobs: null, message: { role: 'assistant', ...message } };
  const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
  const created = Math.floor(Date.now() / 1000);
  return {
    status: 200,
    body: { id: newId('chatcmpl'), object: 'chat.completion', created, model, choices: [choice], usage },
  };
}

function fitted(request: CompletionRequest, wish: ParsedWish): string {
  const fields = new Map<string, unknown>(Object.entries(wish));
  const names = Object.keys(request.response_format.json_schema.schema.properties);
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, fields.get(name) ?? null])));
}

function troubleAnswer(model: string, trouble: Exclude<ParserTrouble, 'hang'>): HttpAnswer {
  switch (trouble) {
    case 'junk':
      return completion(model, { content: '{"action":"confirm","da', refusal: null });
    case 'wrongShape':
      return completion(model, { content: '{"action":"reserve","date":5}', refusal: null });
    case 'refusal':
      return completion(model, { content: null, refusal: 'I am sorry, I cannot help with that.' });
    case 'serverError':
      return errorAnswer(500, 'server_error', 'The server had an error while processing your request.');
    case 'rateLimited':
      return errorAnswer(429, 'rate_limit_exceeded', 'Rate limit reached.');
    case 'gone':
      return errorAnswer(
        404,
        'model_not_found',
        `The model '${model}' does not exist or you do not have access to it.`,
      );
  }
}

function answerTo(request: CompletionRequest, reply: ParserReply): HttpAnswer | null {
  if (reply.kind === 'read') return completion(request.model, { content: fitted(request, reply.wish), refusal: null });
  return reply.trouble === 'hang' ? null : troubleAnswer(request.model, reply.trouble);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Writes one JSON answer, where the client is still there. */
export function answerJson(response: ServerResponse, { status, body }: HttpAnswer): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** `POST /v1/chat/completions` in strict structured-output mode: the brain's parser, or the summary of a call that is over. */
export async function answerCompletion(
  deskFor: (text: string) => ParserDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = completionRequest.safeParse(await bodyOf(request));
  if (!read.success) return answerJson(response, errorAnswer(400, 'invalid_json_schema', z.prettifyError(read.error)));
  const { model, messages } = read.data;
  const text = textOf(messages.findLast((message) => message.role === 'user')?.content);
  const instructions = messages.map((message) => textOf(message.content)).join('\n');
  if (read.data.response_format.json_schema.name === 'call_summary') {
    const content = JSON.stringify(practiceSummary(instructions));
    return answerJson(response, completion(model, { content, refusal: null }));
  }
  const desk = deskFor(text);
  desk.tell({ kind: 'parser.asked', text, model });
  const reply = desk.brain.parse({ text, instructions, model });
  const answer = answerTo(read.data, reply);
  await pause(answer === null ? HANG_MS : (reply.afterMs ?? desk.parserMs));
  if (answer === null) return void response.destroy();
  answerJson(response, answer);
  const wish = reply.kind === 'read' ? reply.wish : null;
  desk.tell({ kind: 'parser.answered', text, status: answer.status, wish });
}

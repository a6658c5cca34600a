import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as plainRequest } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { kindOfAddress } from './private-address.ts';

export interface WebhookPost {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export type WebhookAnswer = { kind: 'answered'; status: number } | { kind: 'failed'; reason: WebhookFailure };

export type WebhookFailure = 'forbiddenAddress' | 'timeout' | 'unreachable' | 'answerTooLong';

/** Sends one signed event to a business's system. Never throws, never later than its time limit. */
export type PostWebhook = (post: WebhookPost) => Promise<WebhookAnswer>;

export interface WebhookPostSettings {
  /** `loopback` for practice alone: then plain http to this machine is allowed, and still no other private address. */
  reach: 'public' | 'loopback';
  timeoutMs?: number;
}

const ANSWER_LIMIT_BYTES = 64 * 1024;

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Whether an address may be told of events at all: https, or a loopback address in practice. Names are looked up at each delivery. */
export function mayBeTold(url: string, reach: WebhookPostSettings['reach']): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  const kind = host === 'localhost' ? 'loopback' : isIP(host) === 0 ? 'public' : kindOfAddress(host);
  if (kind === 'loopback') return reach === 'loopback' && ['http:', 'https:'].includes(protocol);
  return kind === 'public' && protocol === 'https:';
}

/** Redirects are not followed; every address a name leads to is checked at the very moment it is dialled. */
export function createPostWebhook({ reach, timeoutMs = 10_000 }: WebhookPostSettings): PostWebhook {
  return async (post) => {
    if (!mayBeTold(post.url, reach)) return { kind: 'failed', reason: 'forbiddenAddress' };
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      return await send(post, { lookup: guardedLookup(reach), signal: deadline });
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { kind: 'failed', reason: 'forbiddenAddress' };
      return { kind: 'failed', reason: deadline.aborted ? 'timeout' : 'unreachable' };
    }
  };
}

function guardedLookup(reach: WebhookPostSettings['reach']): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) return answer(error, '', 0);
      const isAllowed = ({ address }: LookupAddress) => ['public', reach].includes(kindOfAddress(address));
      const [first] = addresses;
      if (first === undefined || !addresses.every(isAllowed)) {
        return answer(new ForbiddenAddress('this name leads to a private address'), '', 0);
      }
      if (options.all === true) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

function send(post: WebhookPost, options: RequestOptions): Promise<WebhookAnswer> {
  const body = Buffer.from(post.body);
  const headers = { ...post.headers, 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const make = post.url.startsWith('https:') ? secureRequest : plainRequest;
    const sent: ClientRequest = make(post.url, { ...options, method: 'POST', headers, agent: false });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      readAnswer(answer).then(resolve, reject);
    });
    sent.end(body);
  });
}

/** Only its status counts; a body is read to its end, or to the limit. */
async function readAnswer(answer: IncomingMessage): Promise<WebhookAnswer> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    if (bytes <= ANSWER_LIMIT_BYTES) continue;
    answer.destroy();
    return { kind: 'failed', reason: 'answerTooLong' };
  }
  return { kind: 'answered', status: answer.statusCode ?? 0 };
}

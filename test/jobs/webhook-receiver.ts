import { createHmac, timingSafeEqual } from 'node:crypto';
import { listening } from '../transport/listening.ts';

export interface Received {
  id: string;
  body: { type: string; timestamp: string; data: Record<string, unknown> };
  /** Whether the signature is the one this secret makes. */
  isSignedBy(secret: string): boolean;
}

export type ReceiverAnswer = { status: number; headers?: Record<string, string>; body?: string } | 'never';

/** A business's own system on a loopback port; answers as told, 204 if not. */
export async function openReceiver(answers: ReceiverAnswer[] = []) {
  const received: Received[] = [];
  const server = await listening((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString('utf8');
      const header = (name: string) => String(request.headers[name]);
      received.push({
        id: header('webhook-id'),
        body: JSON.parse(raw) as Received['body'],
        isSignedBy(secret) {
          const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
          const signed = `${header('webhook-id')}.${header('webhook-timestamp')}.${raw}`;
          const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
          const given = Buffer.from(header('webhook-signature'));
          return wanted.length === given.length && timingSafeEqual(wanted, given);
        },
      });
      const answer = answers.shift() ?? { status: 204 };
      if (answer === 'never') return;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  return { url: `${server.origin}/hook`, origin: server.origin, received, close: () => server.close() };
}

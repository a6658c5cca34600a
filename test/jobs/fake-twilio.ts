import { randomUUID } from 'node:crypto';
import { createSmsSender } from '../../src/transport/twilio/sms.ts';
import type { SmsSender } from '../../src/transport/twilio/sms.ts';
import { listening } from '../transport/listening.ts';

export interface SentSms {
  sid: string;
  to: string;
  from: string;
  body: string;
  status: string;
}

/** `lost`: the message goes out and the answer does not come back. */
export type TwilioMood = 'well' | 'refusing' | 'inTrouble' | 'lost';

export interface FakeTwilio {
  sms: SmsSender;
  sent: SentSms[];
  /** How the next requests to send go, one each; then well. */
  moods: TwilioMood[];
  close(): Promise<void>;
}

const ACCOUNT = `AC${'0'.repeat(32)}`;

/** Twilio's Messaging API on a loopback port, as far as we use it. */
export async function fakeTwilio(): Promise<FakeTwilio> {
  const sent: SentSms[] = [];
  const moods: TwilioMood[] = [];
  const server = await listening((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = (status: number, body: object) =>
        void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const url = new URL(request.url ?? '', 'http://twilio');
      if (request.headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT}:token`).toString('base64')}`) {
        return answer(401, { code: 20003 });
      }
      if (request.method === 'GET') {
        const messages = sent.filter(({ to }) => to === url.searchParams.get('To'));
        return answer(200, { messages });
      }
      const form = new URLSearchParams(Buffer.concat(parts).toString('utf8'));
      const mood = moods.shift() ?? 'well';
      if (mood === 'refusing') return answer(400, { code: 21614, message: 'not a mobile number' });
      if (mood === 'inTrouble') return answer(503, {});
      const field = (name: string) => form.get(name) ?? '';
      const sms = {
        sid: `SM${randomUUID()}`,
        to: field('To'),
        from: field('From'),
        body: field('Body'),
        status: 'queued',
      };
      sent.push(sms);
      if (mood === 'lost') return void response.destroy();
      answer(201, sms);
    });
  });
  const sms = createSmsSender({ accountSid: ACCOUNT, authToken: 'token', baseUrl: server.origin, timeoutMs: 2_000 });
  return { sms, sent, moods, close: () => server.close() };
}

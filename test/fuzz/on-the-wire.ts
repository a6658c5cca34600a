import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { twilioSignature } from '../../src/practice/phone/twilio-signature.ts';
import type { Dice } from '../soak/dice.ts';
import { hostileText, mutated } from './mutate.ts';
import { twilioFrames } from './valid-messages.ts';

export interface WireTarget {
  url: string;
  authToken: string;
  adminToken: string;
  /** A business whose settings are fuzzed; healthy calls have others. */
  businessId: string;
  phoneNumber: string;
}

/** One hostile attempt; gives the HTTP status or the close code it was answered with, and what the service must log of it. */
export type Attempt = (
  target: WireTarget,
  dice: Dice,
) => Promise<{ status: number; logs: 'webhook_refused' | 'stream_refused' | null }>;

export interface WireClass {
  name: string;
  perCommit: number;
  attempt: Attempt;
}

/** What no log may show: it is in every hostile form. */
export const SECRET_PHONE = '+972509876543';
export const SECRET_NAME = 'זלפה סודית';

const PATIENCE_MS = 20_000;

/** One character of it is another one. */
function forged(signature: string, dice: Dice): string {
  const at = dice.below(20);
  return signature.slice(0, at) + (signature[at] === 'x' ? 'y' : 'x') + signature.slice(at + 1);
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await response.arrayBuffer();
  return response.status;
}

const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

const webhooks: WireClass = {
  name: 'webhooks',
  perCommit: 600,
  async attempt({ url, authToken }, dice) {
    const path = dice.pick(['/twilio/voice', '/twilio/after-stream', '/twilio/status', '/twilio/voice?resume=1']) ?? '';
    const form = {
      CallSid: `CA${randomBytes(16).toString('hex')}`,
      From: SECRET_PHONE,
      To: "+97230000'00",
      Caller: SECRET_NAME,
      CallStatus: 'ringing',
    };
    const signature = twilioSignature(authToken, `${url}${path}`, form);
    const body = new URLSearchParams(form).toString();
    switch (dice.below(8)) {
      case 0:
        return { status: await post(url + path, body, FORM_TYPE), logs: 'webhook_refused' };
      case 1:
        return {
          status: await post(url + path, body, { ...FORM_TYPE, 'x-twilio-signature': forged(signature, dice) }),
          logs: 'webhook_refused',
        };
      case 2:
        return {
          status: await post(url + path, `${body}&From=x`, { ...FORM_TYPE, 'x-twilio-signature': signature }),
          logs: 'webhook_refused',
        };
      case 3:
        return {
          status: await post(url + path, JSON.stringify(form), {
            'content-type': 'application/json',
            'x-twilio-signature': signature,
          }),
          logs: 'webhook_refused',
        };
      case 4:
        return {
          status: await post(url + path, `${body}&x=${'y'.repeat(1_000_000)}`, {
            ...FORM_TYPE,
            'x-twilio-signature': signature,
          }),
          logs: 'webhook_refused',
        };
      case 5: {
        const spoofed = { ...FORM_TYPE, 'x-forwarded-host': 'calls.example.com', 'x-forwarded-proto': 'https' };
        const foreign = twilioSignature(authToken, `https://calls.example.com${path}`, form);
        return {
          status: await post(url + path, body, { ...spoofed, 'x-twilio-signature': foreign }),
          logs: 'webhook_refused',
        };
      }
      case 6: {
        const nobody = { From: SECRET_PHONE };
        const signed = twilioSignature(authToken, `${url}${path}`, nobody);
        return {
          status: await post(url + path, new URLSearchParams(nobody).toString(), {
            ...FORM_TYPE,
            'x-twilio-signature': signed,
          }),
          logs: 'webhook_refused',
        };
      }
      default: {
        const response = await fetch(url + path, { signal: AbortSignal.timeout(PATIENCE_MS) });
        await response.arrayBuffer();
        return { status: response.status, logs: null };
      }
    }
  },
};

/** Opens the media door; gives the status of a refused upgrade, or the close code. */
function knock(url: string, headers: Record<string, string>, first: string[]): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false });
    socket.on('open', () => first.forEach((text) => socket.send(text)));
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => resolve(code));
  });
}

const tokens: WireClass = {
  name: 'stream tokens and frames',
  perCommit: 500,
  async attempt({ url, authToken }, dice) {
    const door = `${url.replace('http', 'ws')}/twilio/media`;
    const signature = twilioSignature(authToken, door);
    const token =
      dice.pick(['', 'x', '1.1.AAAA', `zzzzzz.1.${'A'.repeat(43)}`, randomBytes(40).toString('base64url')]) ?? '';
    const start = {
      event: 'start',
      streamSid: 'MZ1',
      start: {
        callSid: 'CA1',
        customParameters: { token, name: SECRET_NAME },
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000 },
      },
    };
    switch (dice.below(5)) {
      case 0:
        return { status: await knock(door, {}, []), logs: 'stream_refused' };
      case 1:
        return {
          status: await knock(`${door}?token=${token}`, { 'x-twilio-signature': signature }, []),
          logs: 'stream_refused',
        };
      case 2:
        return {
          status: await knock(door, { 'x-twilio-signature': forged(signature, dice) }, []),
          logs: 'stream_refused',
        };
      case 3:
        return {
          status: await knock(door, { 'x-twilio-signature': signature }, [JSON.stringify(start)]),
          logs: 'stream_refused',
        };
      default: {
        const text = hostileText(
          dice.pick(twilioFrames.filter((frame) => !JSON.stringify(frame).includes('connected'))),
          dice,
        );
        return { status: await knock(door, { 'x-twilio-signature': signature }, [text]), logs: 'stream_refused' };
      }
    }
  },
};

const raw: WireClass = {
  name: 'raw bytes',
  perCommit: 300,
  attempt({ url }, dice) {
    const { port } = new URL(url);
    const headers = Array.from({ length: dice.below(2_000) }, (_, at) => `x-${at}: ${'y'.repeat(dice.below(20))}`).join(
      '\r\n',
    );
    const refusedDoor =
      'upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: !!';
    const openings = [
      { bytes: Buffer.from(Array.from({ length: 500 }, () => dice.below(256))), logs: null },
      { bytes: Buffer.from(`GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}\r\n\r\n`), logs: null },
      {
        bytes: Buffer.from(`GET /twilio/media HTTP/1.1\r\nhost: x\r\n${refusedDoor}\r\n\r\n`),
        logs: 'stream_refused' as const,
      },
      {
        bytes: Buffer.from(`POST /twilio/voice HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`),
        logs: 'webhook_refused' as const,
      },
    ];
    const { bytes, logs } = openings[dice.below(openings.length)] ?? { bytes: Buffer.alloc(0), logs: null };
    return new Promise((resolve) => {
      const answer: Buffer[] = [];
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (piece: Buffer) => answer.push(piece));
      socket.on('error', () => socket.destroy());
      socket.setTimeout(PATIENCE_MS, () => socket.destroy());
      socket.on('close', () => {
        const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(Buffer.concat(answer).toString('latin1'))?.[1] ?? 0);
        resolve({ status, logs });
      });
    });
  },
};

const SETTINGS = {
  activeDays: [0, 1, 2],
  startHour: '09:00',
  endHour: '18:00',
  slotIntervalMinutes: 30,
  slotSizeMin: 30,
  minNoticeMin: 60,
  bookingWindowDays: 60,
  openingHours: { '0': [['09:00', '13:00']] },
  overrides: [{ date: '2026-12-25', closed: true, label: SECRET_NAME }],
};
const APPOINTMENT = { date: '2026-12-01', time: '10:00', name: SECRET_NAME, phone: SECRET_PHONE };

/** Half a surrogate pair cannot be written in an address; half an escape can. */
const hostileAddress = (text: unknown, dice: Dice): string =>
  dice.happens(20) ? '%E0%A4%A' : encodeURIComponent(String(mutated(text, dice)).replace(/[\ud800-\udfff]/gu, ''));

const api: WireClass = {
  name: 'REST bodies, paths and queries',
  perCommit: 600,
  async attempt({ url, adminToken, businessId }, dice) {
    const business = `/businesses/${dice.happens(4) ? hostileAddress(businessId, dice) : businessId}`;
    const hostile = hostileAddress(dice.pick(['2026-12-01', '10:00', 'x']), dice);
    const [method, path, body] = dice.pick<[string, string, unknown]>([
      ['PUT', `${business}/settings`, SETTINGS],
      ['PATCH', business, { name: SECRET_NAME, aiPrompt: { calls: 'x' } }],
      ['POST', `${business}/appointments`, APPOINTMENT],
      ['GET', `${business}/availability?date=${hostile}&time=${hostile}`, null],
      ['GET', `${business}/appointments?from=${hostile}&status=${hostile}`, null],
      ['GET', `/calls/${hostile}`, null],
      ['GET', `/leads/${hostile}`, null],
      ['PATCH', `/appointments/${hostile}`, { status: 'cancelled' }],
    ]) ?? ['GET', '/', null];
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === null ? {} : { body: hostileText(body, dice) }),
    });
    await response.arrayBuffer();
    return { status: response.status, logs: null };
  },
};

export const ON_THE_WIRE: readonly WireClass[] = [webhooks, tokens, raw, api];

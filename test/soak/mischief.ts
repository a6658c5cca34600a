import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { DatabaseTap } from '../support/database-tap.ts';
import type { Dice } from './dice.ts';
import type { SoakCall } from './soak-call.ts';

export interface MischiefTargets {
  dice: Dice;
  serviceUrl: string;
  tap: DatabaseTap;
  calls: () => readonly SoakCall[];
}

type Mischief = (targets: MischiefTargets) => void;

/** What befalls the service from outside while calls go on. Each name is counted. */
export const MISCHIEF: Readonly<Record<string, Mischief>> = {
  'phone socket lost': ({ dice, calls }) => dice.pick(calls())?.dropPhone(),
  'caller hung up': ({ dice, calls }) => dice.pick(calls())?.hangUp(),
  'database connections cut': ({ tap }) => tap.cut(),
  'stranger at the media door': ({ serviceUrl }) => strange(serviceUrl),
  'junk on a raw socket': ({ dice, serviceUrl }) => junk(serviceUrl, dice),
  'unsigned webhook': ({ serviceUrl }) => void unsigned(serviceUrl),
};

function strange(serviceUrl: string): void {
  const socket = new WebSocket(`${serviceUrl.replace('http', 'ws')}/twilio/media`);
  socket.on('error', () => socket.terminate());
  socket.on('open', () => socket.terminate());
}

function junk(serviceUrl: string, dice: Dice): void {
  const { port } = new URL(serviceUrl);
  const socket = connect(Number(port), '127.0.0.1');
  const bytes = Buffer.from(Array.from({ length: 1_024 }, () => dice.below(256)));
  socket.on('error', () => socket.destroy());
  socket.on('data', () => undefined);
  socket.setTimeout(2_000, () => socket.destroy());
  socket.write(bytes);
}

async function unsigned(serviceUrl: string): Promise<void> {
  const body = new URLSearchParams({
    CallSid: 'CA0',
    From: '+972501234567',
    To: '+97230000000',
    Filler: 'x'.repeat(50_000),
  });
  await fetch(`${serviceUrl}/twilio/voice`, { method: 'POST', body }).then(
    (response) => response.text(),
    () => '',
  );
}

import type { TestCall } from '../../../api/practice.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { openSound } from './sound.ts';
import type { Sound } from './sound.ts';
import { StreamWriter, readServiceMessage } from './wire.ts';

export interface BrowserPhone {
  press(digit: string): void;
  hangUp(): void;
}

interface PhoneListener {
  connected(): void;
  /** The line is down, whoever hung up. */
  ended(): void;
  /** Loudness of the caller, 0 to 1. */
  loudness(level: number): void;
}

/** Rings the business with the microphone, over the same wire as a telephone. */
export async function ringUp(call: TestCall, listener: PhoneListener): Promise<BrowserPhone> {
  const writer = new StreamWriter(call);
  const socket = new WebSocket(onThisHost(call.streamUrl));
  const send = (text: string): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
  };
  const sound = await openSound({
    frame(muLaw) {
      send(writer.media(toBase64(muLaw)));
      listener.loudness(loudnessOf(muLaw));
    },
    passed: (mark) => send(writer.mark(mark)),
  }).catch((error: unknown) => {
    socket.close();
    throw error;
  });
  const begin = (): void => {
    send(writer.connected());
    send(writer.start());
    listener.connected();
  };
  if (socket.readyState === WebSocket.OPEN) begin();
  else socket.addEventListener('open', begin);
  socket.addEventListener('message', ({ data }) => obey(String(data), sound));
  socket.addEventListener('close', () => {
    sound.close();
    listener.ended();
  });
  return {
    press: (digit) => send(writer.dtmf(digit)),
    hangUp() {
      send(writer.stop());
      socket.close(1000);
    },
  };
}

/** The session cookie goes to the host of this page alone, whatever name the service knows itself by. */
function onThisHost(streamUrl: string): string {
  const url = new URL(new URL(streamUrl).pathname, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

function obey(text: string, sound: Sound): void {
  const message = readServiceMessage(text);
  switch (message.event) {
    case 'media':
      return sound.play(fromBase64(message.payload));
    case 'mark':
      return sound.mark(message.name);
    case 'clear':
      return sound.clear();
    case 'unknown':
      return undefined;
  }
}

/** Mu-law is logarithmic: the loudest byte of a frame is already what an ear would say. */
function loudnessOf(muLaw: Uint8Array): number {
  let loudest = 0;
  for (const byte of muLaw) loudest = Math.max(loudest, ~byte & 0x7f);
  return loudest / 127;
}

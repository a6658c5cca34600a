import type { TestCall } from '../../../api/practice.ts';
import { atTheEndOf } from './at-the-end-of.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { LineFault } from './line-fault.ts';
import { openSound } from './sound.ts';
import type { Sound } from './sound.ts';
import { StreamWriter, readServiceMessage } from './wire.ts';

export interface BrowserPhone {
  callSid: string;
  press(digit: string): void;
}

interface Ringing {
  /** Asks for the call. Its token is good for a minute, so it comes after the microphone, which may take longer. */
  askForCall: () => Promise<TestCall>;
  /**
   * The whole life of the call: aborted at whatever step, the microphone is off and nobody is on the line. It is aborted too
   * when the other side hangs up.
   */
  line: AbortController;
  /** Loudness of the caller, 0 to 1. */
  loudness: (level: number) => void;
}

/** Rings the business with the microphone, over the same wire as a telephone; there once the line is open. */
export async function ringUp(ringing: Ringing): Promise<BrowserPhone> {
  const { askForCall, line } = ringing;
  try {
    const sound = await openSound(line.signal);
    const call = await askForCall();
    line.signal.throwIfAborted();
    return await connect(call, sound, ringing);
  } catch (error) {
    line.abort();
    throw error;
  }
}

function connect(call: TestCall, sound: Sound, { line, loudness }: Ringing): Promise<BrowserPhone> {
  const writer = new StreamWriter(call);
  const socket = new WebSocket(onThisHost(call.streamUrl));
  const send = (text: string): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
  };
  atTheEndOf(line.signal, () => {
    send(writer.stop());
    socket.close(1000);
  });
  socket.addEventListener('close', () => line.abort());
  socket.addEventListener('message', ({ data }) => obey(String(data), sound));
  return new Promise((resolve, reject) => {
    atTheEndOf(line.signal, () => reject(new LineFault('noLine')));
    socket.addEventListener('open', () => {
      send(writer.connected());
      send(writer.start());
      sound.begin({
        frame(muLaw) {
          send(writer.media(toBase64(muLaw)));
          loudness(loudnessOf(muLaw));
        },
        passed: (mark) => send(writer.mark(mark)),
      });
      resolve({ callSid: call.callSid, press: (digit) => send(writer.dtmf(digit)) });
    });
  });
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

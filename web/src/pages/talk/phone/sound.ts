import { atTheEndOf } from './at-the-end-of.ts';
import { openMicrophone } from './microphone.ts';
import { decodeMuLaw, encodeMuLaw } from './mu-law.ts';
import workletUrl from './phone-worklet.ts?worker&url';
import { Resampler } from './resampler.ts';
import { FRAME_SAMPLES } from './wire.ts';

const WIRE_RATE = 8_000;

export interface Sound {
  /** Until now nothing is heard. */
  begin(listener: SoundListener): void;
  play(muLaw: Uint8Array): void;
  /** `passed` is told of it when all audio before it was played, or dropped. */
  mark(name: string): void;
  clear(): void;
}

interface SoundListener {
  /** 20 ms of the microphone, mu-law. */
  frame(muLaw: Uint8Array): void;
  passed(mark: string): void;
}

/** Microphone and loudspeaker of a browser phone, in the sound of the telephone network. Both are off when the line ends. */
export async function openSound(line: AbortSignal): Promise<Sound> {
  const microphone = await openMicrophone(line);
  const context = new AudioContext();
  atTheEndOf(line, () => void context.close());
  await Promise.all([context.resume(), context.audioWorklet.addModule(workletUrl)]);
  line.throwIfAborted();
  const mouth = new AudioWorkletNode(context, 'toran-mouth', { numberOfInputs: 0, outputChannelCount: [1] });
  mouth.connect(context.destination);
  const toDevice = new Resampler(WIRE_RATE, context.sampleRate);
  return {
    begin({ frame, passed }) {
      mouth.port.onmessage = ({ data }: MessageEvent<string>) => passed(data);
      listen(context, microphone, frame);
    },
    play: (muLaw) => mouth.port.postMessage({ kind: 'audio', samples: toDevice.push(decodeMuLaw(muLaw)) }),
    mark: (name) => mouth.port.postMessage({ kind: 'mark', name }),
    clear: () => mouth.port.postMessage({ kind: 'clear' }),
  };
}

function listen(context: AudioContext, microphone: MediaStream, frame: SoundListener['frame']): void {
  const ear = new AudioWorkletNode(context, 'toran-ear', { numberOfOutputs: 0, channelCount: 1 });
  const toWire = new Resampler(context.sampleRate, WIRE_RATE);
  let waiting: number[] = [];
  ear.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    waiting.push(...toWire.push(data));
    while (waiting.length >= FRAME_SAMPLES) {
      frame(encodeMuLaw(Float32Array.from(waiting.slice(0, FRAME_SAMPLES))));
      waiting = waiting.slice(FRAME_SAMPLES);
    }
  };
  context.createMediaStreamSource(microphone).connect(ear);
}

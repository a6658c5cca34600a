import { VoiceDetector } from '../../../src/practice/model/voice-detector.ts';
import type { TurnDetection } from '../../../src/practice/model/session-schema.ts';
import { CallerVoice } from '../../../src/practice/phone/caller-voice.ts';

const VAD: TurnDetection = { type: 'server_vad', prefix_padding_ms: 300, silence_duration_ms: 500 };

function hear(speak: (voice: CallerVoice) => void, frames: number, detection: TurnDetection | null = VAD): unknown[] {
  const news: unknown[] = [];
  const detector = new VoiceDetector(() => detection, {
    started: (audioStartMs) => news.push(['started', audioStartMs]),
    stopped: (audioEndMs, heard) => news.push(['stopped', audioEndMs, heard]),
  });
  const voice = new CallerVoice({ starts: () => undefined, ends: () => undefined });
  for (let frame = 0; frame < 50; frame++) detector.push(voice.nextFrame());
  speak(voice);
  for (let frame = 0; frame < frames; frame++) detector.push(voice.nextFrame());
  return news;
}

test('speech starts with its padding and stops after its silence, with the words that were said', () => {
  expect(hear((voice) => void voice.say(7, 'שלום לך', 600), 100)).toEqual([
    ['started', 700],
    ['stopped', 2100, { text: 'שלום לך', utterances: [7] }],
  ]);
});

test('two utterances with a short gap are one turn', () => {
  const news = hear((voice) => {
    void voice.say(1, 'שלום');
    void voice.say(2, 'לך');
  }, 120);
  expect(news).toEqual([
    ['started', 700],
    ['stopped', expect.any(Number), { text: 'שלום לך', utterances: [1, 2] }],
  ]);
});

test('noise is heard without words', () => {
  const news = hear((voice) => void voice.makeNoise(9, 200), 60);
  expect(news.at(-1)).toEqual(['stopped', 1700, { text: '', utterances: [9] }]);
});

test('a click of 20 ms is no speech, and without turn detection nothing is', () => {
  expect(hear((voice) => void voice.makeNoise(9, 20), 60)).toEqual([]);
  expect(hear((voice) => void voice.say(1, 'שלום לך'), 100, null)).toEqual([]);
});

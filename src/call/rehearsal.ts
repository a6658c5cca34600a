import { createActor } from 'xstate';
import { callMachine } from '../../machines/call.machine.ts';
import type { CallFact, CallInput } from '../../machines/vocabulary.ts';
import { Pacer } from '../speech/pacer.ts';
import { appendMessage, headOf, sliceAudioDelta, sliceWordsDelta } from '../transport/openai/messages.ts';
import { mediaWriter, sliceAudio } from '../transport/twilio/messages.ts';
import { AudioPath } from './audio-path.ts';
import { Uplink } from './uplink.ts';

const NOBODY: CallInput = {
  callSid: '',
  businessId: '',
  callerPhone: null,
  limits: { silenceLineMs: 3_600_000, silenceHangupMs: 3_600_000, callMaxMs: 3_600_000 },
};
const TURNS = 600;
const TURNS_IN_ONE_GO = 10;
const FRAMES_A_TURN = 40;
const FRAMES_A_READING = 4;

const ignore = (): void => undefined;

/**
 * Plays a conversation with nobody through the real machine and the real audio path before the first caller rings:
 * code that never ran costs ten times as much, and the first callers would pay for it (docs/decisions, node flags).
 * Runs in short stretches, so that whatever else is starting goes on.
 */
export async function rehearse(turns: number = TURNS): Promise<void> {
  const actor = createActor(callMachine, { id: 'rehearsal', input: NOBODY });
  const pacer = new Pacer();
  const audio = silentAudioPath(pacer);
  const uplink = new Uplink((payload) => appendMessage(payload).length > 0, ignore);
  actor.on('*', (emission) => {
    if (emission.type === 'cmd.openPlayback') audio.open(emission.responseId);
    if (emission.type === 'cmd.clearPlayback') audio.cut();
  });
  actor.start();
  actor.send({ type: 'model.ready' });
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const fact of oneTurn(turn)) {
      actor.send(fact);
      if (fact.type === 'model.startedResponse') speak(audio, fact.responseId);
    }
    await listen(uplink);
    if (turn % TURNS_IN_ONE_GO === 0) await new Promise(setImmediate);
  }
  actor.stop();
  pacer.stop();
}

/** What a turn is made of: an answer that is heard out or, every other time, cut by the caller. */
function oneTurn(turn: number): CallFact[] {
  const responseId = `resp_${turn}`;
  const itemId = `item_${turn}`;
  const answer: CallFact[] = [
    { type: 'model.startedResponse', responseId },
    { type: 'model.spoke', responseId },
  ];
  const end: CallFact = { type: 'model.finishedResponse', responseId, status: 'completed' };
  const heard: CallFact[] = turn % 2 === 0 ? [end, { type: 'playback.finished', responseId }] : [];
  const question: CallFact[] = [
    { type: 'caller.startedSpeaking', itemId },
    ...(turn % 2 === 0 ? [] : [end]),
    { type: 'caller.stoppedSpeaking', itemId, speechMs: 900 },
    { type: 'caller.said', itemId, text: 'מה שלומך היום', words: 3, confidence: -0.1, mayConcernBooking: false },
  ];
  return [...answer, ...heard, ...question];
}

function silentAudioPath(pacer: Pacer): AudioPath {
  const mediaOf = mediaWriter('MZ');
  return new AudioPath({
    phone: { sendAudio: (payload) => void mediaOf(payload), sendMark: ignore, sendClear: ignore },
    pacer,
    truth: () => ({ today: null, booked: [], standing: [], moved: [], cancelled: [], waitlisted: [] }),
    elapsedMs: () => 0,
    fact: ignore,
    firstAudio: ignore,
    over: ignore,
    flooded: ignore,
    fellShort: ignore,
    broke: ignore,
  });
}

const FRAME = Buffer.alloc(160, 0xff).toString('base64');
const FRAME_MESSAGE = `{"event":"media","sequenceNumber":"4","media":{"track":"inbound","chunk":"2","timestamp":"40","payload":"${FRAME}"},"streamSid":"MZ"}`;
const DELTA = Buffer.alloc(800, 0xff).toString('base64');

/** As the phone is read: a few frames in one go. */
async function listen(uplink: Uplink): Promise<void> {
  for (let count = 1; count <= FRAMES_A_TURN; count += 1) {
    const frame = sliceAudio(FRAME_MESSAGE);
    if (frame) uplink.push(frame.audio);
    if (count % FRAMES_A_READING === 0) await Promise.resolve();
  }
}

function speak(audio: AudioPath, responseId: string): void {
  const ids = `"response_id":"${responseId}","item_id":"item","output_index":0,"content_index":0`;
  const wordsMessage = Buffer.from(`{"type":"response.output_audio_transcript.delta",${ids},"delta":"שלום "}`);
  const audioMessage = Buffer.from(`{"type":"response.output_audio.delta",${ids},"delta":"${DELTA}"}`);
  const words = sliceWordsDelta(wordsMessage, headOf(wordsMessage));
  const delta = sliceAudioDelta(audioMessage, headOf(audioMessage));
  for (let piece = 0; piece < 4; piece += 1) {
    if (words) audio.words(words);
    if (delta) audio.audio(delta);
  }
}

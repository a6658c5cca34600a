import { withoutUndefined } from '../without-undefined.ts';
import { newId } from './ids.ts';
import type { AudioInput, AudioOutput, SessionPatch, TurnDetection } from './session-schema.ts';

type Defined<T> = { [Key in keyof T]-?: Exclude<T[Key], undefined> };

/** The effective settings of one session, as `session.created` and `session.updated` show them. */
export interface SessionSettings {
  type: 'realtime';
  object: 'realtime.session';
  id: string;
  model: string;
  expires_at: number;
  output_modalities: ('text' | 'audio')[];
  instructions: string;
  tools: unknown[];
  tool_choice: unknown;
  max_output_tokens: number | 'inf';
  truncation: unknown;
  tracing: unknown;
  prompt: null;
  include: string[] | null;
  audio: { input: Defined<AudioInput>; output: Defined<AudioOutput> };
}

function completeTurnDetection(wanted: TurnDetection): TurnDetection {
  if (wanted.type === 'semantic_vad') {
    return { eagerness: 'auto', create_response: true, interrupt_response: true, ...wanted };
  }
  return {
    threshold: 0.5,
    prefix_padding_ms: 300,
    silence_duration_ms: 500,
    create_response: true,
    interrupt_response: true,
    idle_timeout_ms: null,
    ...wanted,
  };
}

/** What a session is before its first `session.update`. */
export function newSessionSettings(model: string): SessionSettings {
  return {
    type: 'realtime',
    object: 'realtime.session',
    id: newId('sess'),
    model,
    expires_at: Math.floor(Date.now() / 1000) + 3600,
    output_modalities: ['audio'],
    instructions: '',
    tools: [],
    tool_choice: 'auto',
    max_output_tokens: 'inf',
    truncation: 'auto',
    tracing: null,
    prompt: null,
    include: null,
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        noise_reduction: null,
        transcription: null,
        turn_detection: completeTurnDetection({ type: 'server_vad' }),
      },
      output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin', speed: 1 },
    },
  };
}

/** Settings after a `session.update`: fields that are present replace, all others stay. */
export function updatedSettings(current: SessionSettings, patch: SessionPatch): SessionSettings {
  const { audio, model: _model, ...top } = patch;
  const input = { ...current.audio.input, ...withoutUndefined(audio?.input ?? {}) };
  const turnDetection = input.turn_detection;
  return {
    ...current,
    ...withoutUndefined(top),
    audio: {
      input: { ...input, turn_detection: turnDetection === null ? null : completeTurnDetection(turnDetection) },
      output: { ...current.audio.output, ...withoutUndefined(audio?.output ?? {}) },
    },
  };
}

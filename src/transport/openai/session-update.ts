import type { SessionUpdateEvent } from 'openai/resources/realtime/realtime';

export interface VoiceSettings {
  instructions: string;
  voice: string;
  transcriptionModel: string;
}

/** Included in `audio_start_ms` and `audio_end_ms` of every stretch of speech; needed to know how long it really was. */
export const PREFIX_PADDING_MS = 300;
export const SILENCE_DURATION_MS = 500;

/**
 * The one configuration of a call's session: mu-law in and out as on the phone, Hebrew transcripts with their
 * probabilities, and voice detection that only reports. The statechart owns every turn (contract §4).
 */
export function sessionUpdate({ instructions, voice, transcriptionModel }: VoiceSettings): SessionUpdateEvent {
  return {
    type: 'session.update',
    session: {
      type: 'realtime',
      instructions,
      output_modalities: ['audio'],
      include: ['item.input_audio_transcription.logprobs'],
      audio: {
        input: {
          format: { type: 'audio/pcmu' },
          transcription: { model: transcriptionModel, language: 'he' },
          turn_detection: {
            type: 'server_vad',
            threshold: 0.5,
            prefix_padding_ms: PREFIX_PADDING_MS,
            silence_duration_ms: SILENCE_DURATION_MS,
            create_response: false,
            interrupt_response: false,
          },
        },
        output: { format: { type: 'audio/pcmu' }, voice },
      },
    },
  };
}

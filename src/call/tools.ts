import type { CallFact } from '../../machines/vocabulary.ts';
import type { CallTools } from '../actions/call-tools.ts';
import type { Conversation } from '../speech/conversation.ts';
import type { Ledger } from '../speech/ledger.ts';
import type { AudioPath } from './audio-path.ts';
import type { CallOptions } from './call.ts';
import type { VoiceModelLine } from './model-line.ts';

interface Parts {
  options: CallOptions;
  model: VoiceModelLine;
  audio: AudioPath;
  conversation: Conversation;
  ledger: Ledger;
  report: (fact: CallFact) => void;
  hangUp: () => void;
  takenOver: () => void;
}

/** What the actions of one call work with, from the parts the call is made of. */
export function gatherTools({ options, audio, hangUp, ...parts }: Parts): CallTools {
  const { opened, database, parser, holdSeconds, telemetry, log } = options;
  return {
    ...parts,
    call: opened,
    database,
    parser,
    speech: {
      open: (responseId) => audio.open(responseId),
      cut: () => audio.cut(),
      takeHeard: () => audio.takeHeard(),
      hangUp,
    },
    holdSeconds,
    now: options.pacer.clock.date,
    telemetry,
    log,
  };
}

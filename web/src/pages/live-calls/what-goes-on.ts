/** The first that fits a call: what one would say of it who stands beside. */
const STEPS = [
  ['connecting', 'connecting'],
  ['ending', 'ending'],
  ['ended', 'ending'],
  ['inCall.connection.phone.lost', 'lineLost'],
  ['inCall.connection.model.reconnecting', 'reconnecting'],
  ['inCall.booking.writing.moving', 'moving'],
  ['inCall.booking.writing.cancelling', 'cancelling'],
  ['inCall.booking.writing', 'booking'],
  ['inCall.booking.asking', 'checking'],
  ['inCall.keypad.collecting', 'typing'],
  ['inCall.silenceGate.hearing', 'hearing'],
  ['inCall.floor.aiSpeaking.preparing', 'thinking'],
  ['inCall.floor.aiSpeaking', 'speaking'],
  ['inCall.floor.awaitingModel', 'thinking'],
  ['inCall.silenceGate.transcribing', 'thinking'],
  ['inCall.silenceGate.understanding', 'thinking'],
  ['inCall.silenceGate.deciding', 'thinking'],
] as const;

export type GoingOn = (typeof STEPS)[number][1] | 'listening';

/** What goes on in a call, from the active states of its machine. */
export function whatGoesOn(active: ReadonlySet<string>): GoingOn {
  return STEPS.find(([state]) => active.has(state))?.[1] ?? 'listening';
}

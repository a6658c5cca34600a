import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';

const spokenInHebrew = { language: 'he-IL', voice: 'Google.he-IL-Wavenet-A' } as const;

const lines = {
  unknownNumber: 'שלום, המספר שחייגתם אינו פעיל במערכת. תודה ולהתראות.',
  busy: 'שלום, כל הקווים שלנו תפוסים כרגע. אנא נסו שוב בעוד כמה דקות. תודה.',
  apology: 'אנחנו מתנצלים, יש לנו תקלה זמנית ואי אפשר להמשיך בשיחה כרגע. אנא נסו שוב מאוחר יותר.',
  transfer: 'אנחנו מתנצלים, יש לנו תקלה זמנית. השיחה מועברת כעת לבית העסק.',
};

/** How long the business's own phone rings before the call ends. */
const ringSeconds = 30;

/** Joins the call to our media stream; should the stream end, Twilio asks `after-stream`, and failing that rings again. */
export function connectTwiml({ publicUrl, token }: { publicUrl: string; token: string }): string {
  const response = new VoiceResponse();
  const connect = response.connect({ action: `${publicUrl}/twilio/after-stream` });
  const stream = connect.stream({ url: `${publicUrl.replace(/^http/i, 'ws')}/twilio/media` });
  stream.parameter({ name: 'token', value: token });
  response.redirect({ method: 'POST' }, `${publicUrl}/twilio/voice?resume=1`);
  return response.toString();
}

/** Nobody is told anything more. */
export function hangUpTwiml(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}

/** The number belongs to no active business. */
export function unknownNumberTwiml(): string {
  return sayAndHangUp(lines.unknownNumber);
}

/** `MAX_CALLS` are running: a spoken line, never a mute stream. */
export function busyTwiml(): string {
  return sayAndHangUp(lines.busy);
}

/** The call cannot go on. With a number the caller is connected to the business itself. */
export function apologyTwiml(fallbackNumber: string | null = null): string {
  if (fallbackNumber === null) return sayAndHangUp(lines.apology);
  const response = new VoiceResponse();
  response.say(spokenInHebrew, lines.transfer);
  response.dial({ timeout: ringSeconds, answerOnBridge: true }, fallbackNumber);
  response.hangup();
  return response.toString();
}

function sayAndHangUp(line: string): string {
  const response = new VoiceResponse();
  response.say(spokenInHebrew, line);
  response.hangup();
  return response.toString();
}

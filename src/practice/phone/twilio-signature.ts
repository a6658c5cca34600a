import { createHmac } from 'node:crypto';

/** `X-Twilio-Signature`: base64 of the HMAC-SHA1 of the URL and the form's names and values, sorted by name. */
export function twilioSignature(authToken: string, url: string, form: Readonly<Record<string, string>> = {}): string {
  const sorted = Object.entries(form).sort(([one], [other]) => (one < other ? -1 : 1));
  const signed = url + sorted.map(([name, value]) => name + value).join('');
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

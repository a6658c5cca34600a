import { z } from 'zod';
import type { Config } from '../../config.ts';
import { faultWords, fix, ok } from './finding.ts';
import type { Finding } from './finding.ts';

const patienceMs = 5000;

const phoneNumber = z.object({
  phone_number: z.string(),
  voice_url: z.string().nullish(),
  voice_method: z.string().nullish(),
  status_callback: z.string().nullish(),
});
const phoneNumbers = z.object({ incoming_phone_numbers: z.array(phoneNumber) });
type PhoneNumber = z.infer<typeof phoneNumber>;

interface PhoneQuery {
  twilio: Config['twilio'];
  publicUrl: string;
  baseUrl?: string;
}

/** Twilio's credentials, and that each number of the account rings at our webhook. */
export async function checkPhone({
  twilio,
  publicUrl,
  baseUrl = 'https://api.twilio.com',
}: PhoneQuery): Promise<Finding[]> {
  const [authToken] = twilio.authTokens;
  if (authToken === undefined) {
    return [fix('twilio: no auth token, so webhooks answer 503', 'set TWILIO_AUTH_TOKEN from the Twilio console')];
  }
  if (twilio.accountSid === null) {
    return [
      fix('twilio: no account, so its numbers cannot be checked', 'set TWILIO_ACCOUNT_SID from the Twilio console'),
    ];
  }
  const path = `/2010-04-01/Accounts/${twilio.accountSid}/IncomingPhoneNumbers.json?PageSize=200`;
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${authToken}`).toString('base64')}`;
  try {
    const answer = await fetch(new URL(path, baseUrl), {
      headers: { authorization },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 401 || answer.status === 403) {
      return [fix('twilio: the credentials were refused', 'copy TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN again')];
    }
    if (!answer.ok) return [unreachable(`HTTP ${answer.status}`)];
    const { incoming_phone_numbers: numbers } = phoneNumbers.parse(await answer.json());
    return [ok('twilio: the credentials are accepted'), ...numberFindings(numbers, publicUrl)];
  } catch (error) {
    return [unreachable(faultWords(error))];
  }
}

const unreachable = (why: string): Finding =>
  fix(`twilio: its API gave no list of numbers (${why})`, 'check the way out of this network and try again');

function numberFindings(numbers: readonly PhoneNumber[], publicUrl: string): Finding[] {
  if (numbers.length === 0) {
    return [
      fix('twilio: the account has no phone number', 'buy a number in the Twilio console and give it to a business'),
    ];
  }
  return numbers.map((number) => numberFinding(number, publicUrl));
}

function numberFinding({ phone_number: number, ...settings }: PhoneNumber, publicUrl: string): Finding {
  const webhook = `${publicUrl}/twilio/voice`;
  if (settings.voice_url !== webhook || (settings.voice_method ?? 'POST') !== 'POST') {
    const where = settings.voice_url ? `${settings.voice_method ?? 'POST'} ${settings.voice_url}` : 'nowhere';
    return fix(
      `twilio: ${number} rings ${where}`,
      `if it is a number of this service, set its voice webhook to POST ${webhook}`,
    );
  }
  if (settings.status_callback !== `${publicUrl}/twilio/status`) {
    return fix(
      `twilio: ${number} reports no call status`,
      `set its status callback to POST ${publicUrl}/twilio/status`,
    );
  }
  return ok(`twilio: ${number} rings here`);
}

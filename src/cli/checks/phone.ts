import { z } from 'zod';
import type { Config } from '../../config.ts';
import { faultWords, found } from './finding.ts';
import type { Finding } from './finding.ts';

const patienceMs = 5000;

const phoneNumber = z.object({
  phone_number: z.string(),
  voice_url: z.string().nullish(),
  voice_method: z.string().nullish(),
  voice_fallback_url: z.string().nullish(),
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
    return [found('twilio.noToken')];
  }
  if (twilio.accountSid === null) {
    return [found('twilio.noAccount')];
  }
  const path = `/2010-04-01/Accounts/${twilio.accountSid}/IncomingPhoneNumbers.json?PageSize=200`;
  const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${authToken}`).toString('base64')}`;
  try {
    const answer = await fetch(new URL(path, baseUrl), {
      headers: { authorization },
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status === 401 || answer.status === 403) {
      return [found('twilio.refused')];
    }
    if (!answer.ok) return [unreachable(`HTTP ${answer.status}`)];
    const { incoming_phone_numbers: numbers } = phoneNumbers.parse(await answer.json());
    return [found('twilio.accepted'), ...numberFindings(numbers, publicUrl)];
  } catch (error) {
    return [unreachable(faultWords(error))];
  }
}

const unreachable = (why: string): Finding => found('twilio.unreachable', { why });

function numberFindings(numbers: readonly PhoneNumber[], publicUrl: string): Finding[] {
  if (numbers.length === 0) return [found('twilio.noNumbers')];
  return numbers.map((number) => numberFinding(number, publicUrl));
}

function numberFinding({ phone_number: number, ...settings }: PhoneNumber, publicUrl: string): Finding {
  const webhook = `${publicUrl}/twilio/voice`;
  const callback = `${publicUrl}/twilio/status`;
  const { voice_url: url, voice_method: method } = settings;
  if (!url) return found('number.nowhere', { number, webhook });
  if (url !== webhook || (method ?? 'POST') !== 'POST') {
    return found('number.elsewhere', { number, webhook, where: `${method ?? 'POST'} ${url}` });
  }
  if (settings.status_callback !== callback) return found('number.noStatus', { number, callback });
  if (!settings.voice_fallback_url) return found('number.noFallback', { number, webhook });
  return found('number.here', { number });
}

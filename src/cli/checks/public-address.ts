import { isLoopback } from '../../config.ts';
import type { Config } from '../../config.ts';
import { fix, ok } from './finding.ts';
import type { Finding } from './finding.ts';

/** Whether Twilio could reach PUBLIC_URL, judged by its form: streams go over wss, so it has to be https. */
export function checkPublicAddress({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>): Finding[] {
  if (isLoopback(publicUrl) || ['0.0.0.0', '[::]'].includes(new URL(publicUrl).hostname)) {
    const how = 'set PUBLIC_URL to the https origin your balancer or tunnel gives, such as https://calls.example.com';
    return [fix(`public address: ${publicUrl} cannot be reached from outside`, how)];
  }
  if (!publicUrl.startsWith('https:')) {
    return [
      fix(
        `public address: ${publicUrl} is not https`,
        'put TLS in front and set PUBLIC_URL to the https origin; Twilio streams only over wss',
      ),
    ];
  }
  return [ok(`public address: ${publicUrl} (webhook ${publicUrl}/twilio/voice), listening on ${host}`)];
}

import { isLoopback } from '../../config.ts';
import type { Config } from '../../config.ts';
import { found } from './finding.ts';
import type { Finding } from './finding.ts';

/** Whether Twilio could reach PUBLIC_URL, judged by its form: streams go over wss, so it has to be https. */
export function checkPublicAddress({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>): Finding[] {
  if (isLoopback(publicUrl) || ['0.0.0.0', '[::]'].includes(new URL(publicUrl).hostname)) {
    return [found('address.inside', { url: publicUrl })];
  }
  if (!publicUrl.startsWith('https:')) return [found('address.plain', { url: publicUrl })];
  return [found('address.outside', { url: publicUrl, host })];
}

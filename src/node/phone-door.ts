import { isLoopback } from '../config.ts';
import type { Config } from '../config.ts';
import type { CallDesk } from '../call/front-desk.ts';
import type { Log } from '../shared/log.ts';
import { signedBy } from '../transport/twilio/signature.ts';
import type { StreamTokens } from '../transport/twilio/stream-token.ts';

/** Who may knock: those who sign with a token of ours; in practice on a loopback address anybody on this machine. */
export const doorPolicy = ({ twilio, mode, publicUrl }: Config) => ({
  authTokens: twilio.authTokens,
  practiceOpen: mode === 'practice' && isLoopback(publicUrl),
});

/** What the door of the phone's streams asks of everyone who comes. */
export function phoneDoor({
  config,
  log,
  desk,
  tokens,
}: {
  config: Config;
  log: Log;
  desk: CallDesk;
  tokens: StreamTokens;
}) {
  const { authTokens, practiceOpen } = doorPolicy(config);
  const url = `${config.publicWsUrl}/twilio/media`;
  return {
    isSigned: (signature: string | undefined) =>
      authTokens.length === 0 ? practiceOpen : signedBy(authTokens, { signature, url, params: {} }),
    tokens,
    admit: desk.admit.bind(desk),
    log,
  };
}

/** Our own phone rings on this machine, whatever address the world uses. */
export function doorOnThisMachine({ host, port }: Config): string {
  const own = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `ws://${own.includes(':') ? `[${own}]` : own}:${port}/twilio/media`;
}

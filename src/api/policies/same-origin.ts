import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser sent this from a page of ours. A browser cannot be made to lie about `Origin` or `Host`, so they must name
 * the same place; behind a proxy that rewrites `Host` the public origin counts too.
 */
export function isSameOrigin({ headers }: Pick<IncomingMessage, 'headers'>, publicOrigin: string): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicOrigin || new URL(origin).host === headers.host;
}

/** Whether a browser says that another page sent this. A program says nothing of the kind. */
export function isFromElsewhere(request: Pick<IncomingMessage, 'headers'>, publicOrigin: string): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  return (origin !== undefined || site !== undefined) && !isSameOrigin(request, publicOrigin);
}

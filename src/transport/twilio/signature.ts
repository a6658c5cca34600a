import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

export interface SignedRequest {
  /** The `X-Twilio-Signature` header. */
  signature: string | undefined;
  /** Built from PUBLIC_URL, never from request headers. */
  url: string;
  /** All form fields of a webhook; nothing for the socket upgrade. */
  params?: Readonly<Record<string, unknown>>;
}

/**
 * Whether one of the auth tokens (old and new while rotating) made this signature. The web form and the socket form of
 * the address are accepted, each with and without a trailing slash: Twilio signs an upgrade over `wss://`. Never throws.
 */
export function signedBy(tokens: readonly string[], { signature, url, params = {} }: SignedRequest): boolean {
  if (signature === undefined || signature === '') return false;
  const forms = addressForms(url);
  return tokens.some((token) => forms.some((form) => isValid(token, { signature, url: form, params })));
}

function isValid(token: string, request: { signature: string; url: string; params: object }): boolean {
  try {
    return validateRequest(token, request.signature, request.url, { ...request.params });
  } catch {
    return false;
  }
}

function addressForms(url: string): string[] {
  const [, secure, rest = ''] = /^(?:http|ws)(s?):\/\/(.*)$/is.exec(url) ?? [];
  if (secure === undefined) return [];
  const queryStart = rest.indexOf('?');
  const place = (queryStart === -1 ? rest : rest.slice(0, queryStart)).replace(/\/$/, '');
  const query = queryStart === -1 ? '' : rest.slice(queryStart);
  return ['http', 'ws'].flatMap((scheme) =>
    ['', '/'].map((slash) => `${scheme}${secure.toLowerCase()}://${place}${slash}${query}`),
  );
}

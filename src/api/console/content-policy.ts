export interface ContentPolicyOptions {
  /** Lets the one style element of the component library in; new for every page. */
  nonce: string;
  /** Where a test call's socket is, if that is another name for this host. */
  socketOrigin: string;
}

/** What a page of the console may load and do. Scripts are files of ours alone; nothing may frame it; nothing goes elsewhere. */
export function contentPolicy({ nonce, socketOrigin }: ContentPolicyOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${socketOrigin}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of the powers of a browser the console uses the microphone, for test calls. */
export const permissionsPolicy =
  'microphone=(self), camera=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()';

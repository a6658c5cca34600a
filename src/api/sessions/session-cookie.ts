import { isSessionToken } from './session-token.ts';

/** `__Host-`: the browser takes it only with Secure and Path=/ and without Domain, so no other host can have set it. */
const NAME = '__Host-toran';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The session token in a `Cookie` header; null where there is none, more than one, or one of another form. */
export function readSessionCookie(header: string | undefined): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));
  const [token] = values;
  return token !== undefined && values.length === 1 && isSessionToken(token) ? token : null;
}

/** Ends with the browser's session at the latest; the server ends it earlier where it is idle or old. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}; ${ATTRIBUTES}`;
}

export const noSessionCookie = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

/** Whose calls and messages they are, and where the REST API is. */
export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  baseUrl?: string;
  timeoutMs?: number;
}

/** The account REST requests are made for; null where its id or its token is not configured. */
export function twilioAccount(given: {
  accountSid: string | null;
  authTokens: readonly string[];
}): TwilioAccount | null {
  const { accountSid, authTokens } = given;
  const [authToken] = authTokens;
  return accountSid === null || authToken === undefined ? null : { accountSid, authToken };
}

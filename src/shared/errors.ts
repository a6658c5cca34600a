/** Every code a fault can carry: the HTTP status it becomes at the edge, what it means and what to do about it. */
export const errorCatalogue = {
  invalid_input: {
    status: 400,
    meaning: 'A request or a file has a value that is missing, malformed or out of range.',
    remedy: 'Mend the fields named in `errors`; each says what it expects.',
  },
  unauthorized: {
    status: 401,
    meaning: 'The bearer token is missing or wrong.',
    remedy: 'Send `Authorization: Bearer <ADMIN_TOKEN>`.',
  },
  not_found: {
    status: 404,
    meaning: 'There is no such record in this business.',
    remedy: 'Check the id and the business it belongs to.',
  },
  internal: {
    status: 500,
    meaning: 'Something that cannot happen did: a fault of ours.',
    remedy: 'Look for the `fault` log line with the same time and report it with the call id.',
  },
  database_unavailable: {
    status: 503,
    meaning: 'The database did not answer in time or refused the connection.',
    remedy: 'Check DATABASE_URL and the database server; calls go on and say only what is true.',
  },
  migration_failed: {
    status: 500,
    meaning: 'The database schema could not be brought up to date, so the service did not start.',
    remedy: 'Read the cause in the log; the user needs the right to create tables and the btree_gist extension.',
  },
  phone_unavailable: {
    status: 502,
    meaning: 'The Twilio REST API refused or did not answer.',
    remedy: 'Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN with `npm run doctor`.',
  },
  not_ready: {
    status: 503,
    meaning: 'The service is starting, draining or lacks what this route needs.',
    remedy: 'Try again shortly, or set what the detail names.',
  },
  practice_failed: {
    status: 500,
    meaning: 'A practice call could not be placed or the practice model could not start.',
    remedy: 'Read the cause; a free loopback port and Node 20.19 are all it needs.',
  },
} as const satisfies Record<string, ErrorEntry>;

interface ErrorEntry {
  status: number;
  meaning: string;
  remedy: string;
}

export type ErrorCode = keyof typeof errorCatalogue;

/**
 * A fault: something the caller of a function cannot be expected to handle as an outcome.
 * The message holds no personal data and no secret; the cause keeps the original error.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

import { createHash } from 'node:crypto';
import { countLoginAttempt } from '../../db/queries/count-login-attempt.ts';
import { forgetLoginAttempts } from '../../db/queries/forget-login-attempts.ts';
import type { AskedDatabase } from '../policies/own-business.ts';

export const LOGIN_WINDOW_SECONDS = 15 * 60;
const ACCOUNT_TRIES = 10;
const ADDRESS_TRIES = 50;

/**
 * Whose tries are counted; an account that does not exist is counted like one that does. The administrator's token has no account:
 * it cannot be guessed, and nobody may lock the administrator out.
 */
export interface LoginTry {
  account: string | null;
  address: string;
  at: Date;
}

const subjectOf = (kind: string, name: string): string => createHash('sha256').update(`${kind} ${name}`).digest('hex');

/** Takes one try off the account and off the address; false where one of them has none left in this quarter of an hour. */
export function mayTry(database: AskedDatabase, { account, address, at }: LoginTry): Promise<boolean> {
  const subjects = [{ subject: subjectOf('address', address), limit: ADDRESS_TRIES }];
  if (account !== null) subjects.push({ subject: subjectOf('account', account), limit: ACCOUNT_TRIES });
  return database.anywhere((manager) =>
    countLoginAttempt(manager, subjects, { now: at, windowSeconds: LOGIN_WINDOW_SECONDS }),
  );
}

/** It was the right person. */
export async function forgive(database: AskedDatabase, { account, address, at }: LoginTry): Promise<void> {
  await database.anywhere((manager) =>
    forgetLoginAttempts(manager, {
      account: account === null ? null : subjectOf('account', account),
      address: subjectOf('address', address),
      at,
    }),
  );
}

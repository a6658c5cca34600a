import { hash, verify } from '@node-rs/argon2';

/* OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. The work runs on libuv's threads, never on the call's. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost);
}

/** Of a password nobody has: an unknown account costs the same work as a known one. */
const nobodysHash = hashPassword(crypto.randomUUID());

/** Whether a password is right; with no hash the answer is no, after the same work. */
export async function isRightPassword(password: string, kept: string | null): Promise<boolean> {
  const isRight = await verify(kept ?? (await nobodysHash), password.normalize('NFC'));
  return isRight && kept !== null;
}

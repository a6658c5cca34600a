import type { ConsoleUserRow } from '../../db/entities/console-user.ts';
import type { Asker } from '../policies/visit.ts';
import { csrfTokenOf } from '../sessions/session-token.ts';

export function presentSession({ userId, email, name, role, businessId }: Asker, token: string) {
  return { user: { id: userId, email, name, role, businessId }, csrfToken: csrfTokenOf(token) };
}

export function presentUser({ id, email, name, role, businessId, active, createdAt, updatedAt }: ConsoleUserRow) {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, email, name, role, businessId, active, ...times };
}

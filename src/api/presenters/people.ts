import type { ConsoleUserRow } from '../../db/entities/console-user.ts';
import type { Asker } from '../policies/visit.ts';
import { csrfTokenOf } from '../sessions/session-token.ts';

export function presentSession({ userId, email, name, role, businessId, password }: Asker, token: string) {
  return { user: { id: userId, email, name, role, businessId, password }, csrfToken: csrfTokenOf(token) };
}

export function presentUser({ id, email, name, role, businessId, active, ...times }: ConsoleUserRow) {
  return {
    ...{ id, email, name, role, businessId, active },
    firstPasswordUntil: times.firstPasswordUntil?.toISOString() ?? null,
    createdAt: times.createdAt.toISOString(),
    updatedAt: times.updatedAt.toISOString(),
  };
}

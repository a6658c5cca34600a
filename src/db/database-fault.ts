import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { AppError } from '../shared/errors.ts';

/** The SQLSTATE of an error the server answered with; null for anything else, a lost connection included. */
export function sqlState(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof pg.DatabaseError ? (cause.code ?? null) : null;
}

/**
 * Connection trouble, too many connections, server shutting down, statement cancelled by timeout, writer turned reader, and a
 * statement that was prepared before a migration: another connection prepares it anew.
 */
const unavailableStates = /^(08|53|57P|58)|^(57014|25006|0A000)$/;

/** True where trying the same again may well succeed at once: deadlock, serialization failure, lock not to be had. */
export function isPassingConflict(error: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes(sqlState(error) ?? '');
}

/** True where every other open connection fails as well: it leads to a writer that only reads now, or prepared its statements before a migration. */
export const isOfAllConnections = (error: unknown): boolean => ['25006', '0A000'].includes(sqlState(error) ?? '');

/** True where the fault is of the database or the way to it, not of what was asked. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return unavailableStates.test(state);
  return error instanceof QueryFailedError;
}

/** Trouble with the database becomes `database_unavailable`; everything else stays what it is. */
export function asFault(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new AppError('database_unavailable', 'The database did not answer in time or dropped the connection.', {
    cause: error,
  });
}

import { readFileSync } from 'node:fs';
import { AppError, errorCatalogue } from '../../src/shared/errors.ts';

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

function documentedErrors(): object {
  const rows = page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6 && cells[1]?.startsWith('`'));
  const entries = rows.map(([, code = '', status, meaning, remedy]) => [
    code.replaceAll('`', ''),
    { status: Number(status), meaning, remedy },
  ]);
  return Object.fromEntries(entries) as object;
}

describe('the error catalogue', () => {
  test('is what docs/errors.md lists, no more and no less', () => {
    expect(documentedErrors()).toEqual(errorCatalogue);
  });

  test('gives a fault its status, and keeps the original error as its cause', () => {
    const original = new Error('connection refused');
    const fault = new AppError('database_unavailable', 'The database did not answer.', { cause: original });
    expect({ code: fault.code, status: fault.status, message: fault.message, cause: fault.cause }).toEqual({
      code: 'database_unavailable',
      status: 503,
      message: 'The database did not answer.',
      cause: original,
    });
    expect(fault).toBeInstanceOf(Error);
  });
});

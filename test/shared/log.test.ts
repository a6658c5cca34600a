import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { AppError } from '../../src/shared/errors.ts';
import { createLog } from '../../src/shared/log.ts';
import type { LogLevel } from '../../src/shared/log.ts';

function openLog(options: { pii?: 'masked' | 'shown'; level?: LogLevel } = {}) {
  const lines: Record<string, unknown>[] = [];
  const destination = {
    write: (line: string) => {
      const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
      expect(String(time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      lines.push(rest);
    },
  };
  const log = createLog({ level: options.level ?? 'info', pii: options.pii ?? 'masked', destination });
  return { log, lines };
}

describe('the log', () => {
  test('writes one JSON line per event with its keys', () => {
    const { log, lines } = openLog();
    log.info('parser', { action: 'ask', date: '2026-11-24' });
    expect(lines).toEqual([{ level: 'info', event: 'parser', action: 'ask', date: '2026-11-24' }]);
  });

  test('masks every key under pii and keeps the key names', () => {
    const { log, lines } = openLog();
    log.warn('lead', { pii: { name: 'דנה כהן', phone: '+972501234567', words: ['a', 'b'] } });
    const masked = { name: '[masked]', phone: '[masked]', words: '[masked]' };
    expect(lines).toEqual([{ level: 'warn', event: 'lead', pii: masked }]);
  });

  test('masks pii given to a child as well', () => {
    const { log, lines } = openLog();
    log.child({ callSid: 'CA1', pii: { from: '+972501234567' } }).info('ring');
    expect(lines).toEqual([{ level: 'info', event: 'ring', callSid: 'CA1', pii: { from: '[masked]' } }]);
  });

  test('shows pii only where that was asked for', () => {
    const { log, lines } = openLog({ pii: 'shown' });
    log.info('lead', { pii: { name: 'דנה כהן' } });
    expect(lines).toEqual([{ level: 'info', event: 'lead', pii: { name: 'דנה כהן' } }]);
  });

  test('stays silent below its level', () => {
    const { log, lines } = openLog({ level: 'warn' });
    log.debug('state');
    log.info('state');
    log.error('fault');
    expect(lines).toEqual([{ level: 'error', event: 'fault' }]);
  });

  test('describes an error and its cause without the values a database driver adds', () => {
    const { log, lines } = openLog();
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (phone)=(+972501234567)' });
    log.error('fault', { error: new AppError('database_unavailable', 'The lead was not kept.', { cause }) });
    expect(lines).toMatchObject([
      {
        event: 'fault',
        error: { name: 'AppError', code: 'database_unavailable', cause: { name: 'Error', code: '23505' } },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('972501234567');
  });
});

/** Fifty thousand lines of two kilobytes, and then what the process holds. */
const TALKS = `
import { createLog } from './src/shared/log.ts';
const log = createLog({ level: 'info', pii: 'masked' });
for (let line = 0; line < 50000; line += 1) log.info('line', { text: String(line).padEnd(2000, 'x') });
gc();
process.send(process.memoryUsage().heapUsed + process.memoryUsage().external);
`;

test('a sink that is blocked costs lines, not memory and not the process', async () => {
  const flags = ['--expose-gc', '--import', 'tsx', '--input-type=module', '-e', TALKS];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [held] = (await once(child, 'message')) as [number];
  child.stdout?.destroy();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(60 * 1024 * 1024);
});

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog } from '../../shared/log.ts';
import { adminTokenOf } from './admin-token.ts';
import type { AdminToken } from './admin-token.ts';

/**
 * The token of the REST API. Without one in the environment it is made at the first start, shown once and then kept hashed: a start
 * that ends between the two makes another one.
 */
export async function firstAdminToken(given: {
  fromEnvironment: string | null;
  dataDir: string;
  show: (token: string) => void;
}): Promise<AdminToken> {
  if (given.fromEnvironment) return adminTokenOf(given.fromEnvironment);
  const kept = await read(given.dataDir);
  if (kept) return { sha256: kept };
  const token = randomBytes(24).toString('base64url');
  const made = adminTokenOf(token);
  given.show(token);
  await keep(given.dataDir, made.sha256);
  return made;
}

/** A line like those of the log, whatever `LOG_LEVEL` is: this is the only time that anybody can see it. */
export function showAdminToken(token: string, stdout: { write(line: string): void } = process.stdout): void {
  const log = createLog({ level: 'info', pii: 'masked', destination: stdout });
  log.info('admin_token_made', { token, note: 'shown this once; kept only as a hash' });
}

const fileIn = (dataDir: string): string => join(dataDir, 'admin-token.sha256');
const isKept = (dataDir: string): boolean => !dataDir.includes('://');

async function read(dataDir: string): Promise<string | null> {
  if (!isKept(dataDir)) return null;
  try {
    return (await readFile(fileIn(dataDir), 'utf8')).trim() || null;
  } catch {
    return null;
  }
}

async function keep(dataDir: string, sha256: string): Promise<void> {
  if (!isKept(dataDir)) return;
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileIn(dataDir), `${sha256}\n`, { mode: 0o600 });
}

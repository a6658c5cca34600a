import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../../web', import.meta.url));
const dist = join(web, 'dist');

function newest(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}

/** The folder of the built console; built anew where its source is newer. */
export function builtConsole(): string {
  const page = join(dist, 'index.html');
  const isCurrent =
    existsSync(page) && statSync(page).mtimeMs > Math.max(newest(join(web, 'src')), newest(join(web, 'build')));
  if (!isCurrent) execFileSync('npm', ['run', '-s', 'build'], { cwd: web, stdio: ['ignore', 'ignore', 'inherit'] });
  return dist;
}

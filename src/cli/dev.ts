import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/* `npm run dev`: the service, started again with every change, and the console with reload, which passes its requests on to it. */

const port = process.env['PORT'] ?? '3000';
const host = process.env['HOST'] ?? '127.0.0.1';

const service = run([process.execPath, '--watch', '--import', 'tsx', 'src/index.ts'], {});
const pages = run(['npm', 'run', 'dev', '-w', 'web'], { SERVICE_URL: `http://${host}:${port}` });

for (const child of [service, pages]) child.once('exit', stopBoth);
process.once('SIGINT', stopBoth).once('SIGTERM', stopBoth);

function run([command = '', ...args]: string[], env: Record<string, string>): ChildProcess {
  return spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
}

function stopBoth(): void {
  service.kill('SIGTERM');
  pages.kill('SIGTERM');
}

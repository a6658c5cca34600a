import { loadConfig } from '../../config.ts';
import type { Config } from '../../config.ts';
import { fix, ok } from './finding.ts';
import type { Finding } from './finding.ts';

const oldestNode = [20, 19] as const;

/** The Node version and every environment variable. Without a usable configuration nothing else can be checked. */
export function checkEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  nodeVersion = process.versions.node,
): { config: Config | null; findings: Finding[] } {
  const reading = loadConfig(env);
  const node = checkNode(nodeVersion);
  if (reading.kind === 'invalid') {
    const problems = reading.problems.map((problem) =>
      fix(`environment: ${problem}`, 'mend this variable, then run doctor again'),
    );
    return { config: null, findings: [node, ...problems] };
  }
  const { config } = reading;
  return {
    config,
    findings: [node, ok('environment: every variable that is set can be used'), checkAdminToken(config)],
  };
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return isRecent
    ? ok(`node: ${version}`)
    : fix(`node: ${version} is too old`, `install Node ${oldestNode.join('.')} or later`);
}

function checkAdminToken({ adminToken }: Config): Finding {
  if (adminToken !== null) return ok('admin token: set');
  return ok('admin token: not set, so one is made at the first start and shown once');
}

import { loadConfig } from '../../config.ts';
import type { Config } from '../../config.ts';
import { found } from './finding.ts';
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
    const problems = reading.problems.map((problem) => found('environment.wrong', { problem }));
    return { config: null, findings: [node, ...problems] };
  }
  const { config } = reading;
  return {
    config,
    findings: [node, found('environment.usable'), checkAdminToken(config)],
  };
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return isRecent ? found('node.recent', { version }) : found('node.old', { version, oldest: oldestNode.join('.') });
}

function checkAdminToken({ adminToken }: Config): Finding {
  return found(adminToken === null ? 'adminToken.unset' : 'adminToken.set');
}

import { Router } from 'express';
import type { Metrics } from './metrics.ts';
import { problem, sendProblem } from './problem.ts';

export interface OperationsDependencies {
  /** Whether the database answers and its migrations have run. */
  database: { ready(): Promise<boolean> };
  /** Whether the node is being emptied before it stops. */
  isDraining(): boolean;
  metrics: Metrics;
}

async function isReachable(database: OperationsDependencies['database']): Promise<boolean> {
  return await database.ready().catch(() => false);
}

/** `/healthz` (alive), `/readyz` (may get calls), `/metrics` (Prometheus): no token, nothing personal. */
export function createOperations({ database, isDraining, metrics }: OperationsDependencies): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    if (isDraining()) return sendProblem(response, problem('unavailable', 'This node is draining.'));
    if (!(await isReachable(database))) {
      return sendProblem(response, problem('unavailable', 'The database does not answer or is not migrated.'));
    }
    response.json({ status: 'ready' });
  });
  router.get('/metrics', async (_request, response) => {
    const { contentType, text } = await metrics.exposition();
    response.setHeader('content-type', contentType);
    response.end(text);
  });
  return router;
}

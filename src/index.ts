import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createApi } from './api/api.ts';
import { createApp } from './api/app.ts';
import { createMetrics } from './api/metrics.ts';
import { createOperations } from './api/operations.ts';
import { loadConfig } from './config.ts';
import type { Config } from './config.ts';
import { CallDesk } from './call/front-desk.ts';
import { LiveCalls } from './call/live-calls.ts';
import { openDatabase } from './db/database.ts';
import { createLog } from './shared/log.ts';
import { Pacer } from './speech/pacer.ts';

async function main(): Promise<void> {}

await main();

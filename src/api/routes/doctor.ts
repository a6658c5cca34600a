import { z } from 'zod';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { ok } from '../reply.ts';
import { named } from '../schemas/registry.ts';

const findings = named(
  'DoctorFindings',
  z.object({
    items: z.array(
      z.object({
        kind: z.enum(['ok', 'fix']),
        code: z.string().describe('What was found, for programs; what and how say it in English'),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
        what: z.string(),
        how: z.string().optional(),
      }),
    ),
  }),
);

/** The checks of `npm run doctor`, of this node as it runs. */
export function doctorRoutes({ doctor }: RouteDependencies): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/doctor',
      name: 'getDoctor',
      summary: 'What is in order for real calls, and what is to be mended, and how',
      tag: 'operations',
      access: 'operator',
      answers: { 200: findings },
      answer: async () => ok({ items: await doctor() }),
    }),
  ];
}

import { z } from 'zod';
import { anyId } from './values.ts';

/** Where a route names a row by its own id alone, `businessId` asks that it belong to this business. */
export const ownerQuery = z.object({ businessId: anyId.optional() });

import { writeFile } from 'node:fs/promises';
import { apiDocument } from '../../src/api/api.ts';
import { apiSchema } from './api-schema.ts';

/* `npm run api:types`: writes the types of the console's client from the code of the routes. */

await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), await apiSchema(apiDocument()));

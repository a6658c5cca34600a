import type { z } from 'zod';

interface Definition {
  shape?: Record<string, Schema>;
  element?: Schema;
  items?: Schema[];
  options?: Schema[];
  innerType?: Schema;
  in?: Schema;
  out?: Schema;
  checks?: Check[];
}
interface Schema {
  _zod: { def: Definition };
}
export interface Check {
  _zod: { def: { check?: string; params?: Record<string, unknown>; error?: (issue: object) => unknown } };
}

function insideOf({ shape, element, items, options, innerType, in: before, out: after }: Definition): Schema[] {
  const single = [element, innerType, before, after].filter((schema) => schema !== undefined);
  return [...Object.values(shape ?? {}), ...(items ?? []), ...(options ?? []), ...single];
}

function definitionsIn(schema: Schema): Definition[] {
  const { def } = schema._zod;
  return [def, ...insideOf(def).flatMap(definitionsIn)];
}

const inside = (schema: z.ZodType): Definition[] => definitionsIn(schema as unknown as Schema);

/** Every check anywhere in a schema. */
export function checksIn(schema: z.ZodType): Check[] {
  return inside(schema).flatMap(({ checks }) => checks ?? []);
}

/** The names of all fields anywhere in a schema. */
export function fieldsIn(schema: z.ZodType): string[] {
  return inside(schema).flatMap(({ shape }) => Object.keys(shape ?? {}));
}

import { z } from 'zod';

const registry = z.registry<{ id: string; description?: string }>();

/** Gives a schema the name under which OpenAPI publishes it. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  registry.add(schema, { id });
  return schema;
}

/** The published name of a schema, if it has one. */
export function nameOf(schema: z.ZodType): string | undefined {
  return registry.get(schema)?.id;
}

function withoutKeys(schema: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}

/** All named schemas as JSON Schema, keyed by name, referring to one another as OpenAPI components. */
export function componentSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutKeys(schema)]));
}

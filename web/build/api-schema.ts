import openapiTS, { astToString } from 'openapi-typescript';

const HEAD = '/* Made from the OpenAPI document by `npm run api:types`; not written by hand. */\n\n';

/** The TypeScript of an OpenAPI document. */
export async function apiSchema(document: Record<string, unknown>): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document), { alphabetize: true });
  return `${HEAD}${astToString(nodes)}`;
}

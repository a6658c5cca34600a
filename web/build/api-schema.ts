import openapiTS, { astToString } from 'openapi-typescript';
import { documentMark } from './document-mark.ts';

/** The TypeScript of an OpenAPI document. */
export async function apiSchema(document: Record<string, unknown>): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document), { alphabetize: true });
  return `/* Made by \`npm run api:types\`, not written by hand. ${documentMark(document)} */\n\n${astToString(nodes)}`;
}

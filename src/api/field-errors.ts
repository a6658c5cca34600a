import type { z } from 'zod';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

function unknownKeys(issue: Issue & { code: 'unrecognized_keys' }): FieldError[] {
  return issue.keys.map((key) => ({
    field: fieldName([...issue.path, key]),
    message: 'There is no such field; leave it out.',
  }));
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

function describe(issue: Issue): string {
  return isMissing(issue) ? `This field is needed. ${issue.message}` : issue.message;
}

function errorsOf(issue: Issue): FieldError[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
  return [{ field: fieldName(issue.path), message: describe(issue) }];
}

/** Every wrong field of a refused request, once, named by its path, with a sentence on how to mend it. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const wrong of error.issues.flatMap(errorsOf)) {
    if (!byField.has(wrong.field)) byField.set(wrong.field, wrong);
  }
  return [...byField.values()];
}

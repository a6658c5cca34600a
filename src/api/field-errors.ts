import type { z } from 'zod';
import { fieldCodes } from './field-codes.ts';
import type { FieldCode } from './field-codes.ts';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;
type Reason = Pick<FieldError, 'code' | 'values'>;

const FORMATS: Readonly<Record<string, FieldCode>> = {
  guid: 'not-an-id',
  email: 'not-an-email',
  date: 'not-a-date',
  'written-date': 'not-a-date',
  'written-time': 'not-a-time',
  'phone-number': 'not-a-phone-number',
};

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

function ofType({ input, expected, format }: IssueOf<'invalid_type'> & { format?: string }): Reason {
  if (input === undefined) return { code: 'missing' };
  return { code: expected === 'int' || format === 'safeint' ? 'not-whole' : 'wrong-type' };
}

function ofLowest({ origin, minimum }: IssueOf<'too_small'>): Reason {
  const values = { minimum: Number(minimum) };
  if (origin === 'string') return minimum === 1 ? { code: 'blank' } : { code: 'too-short', values };
  return { code: origin === 'array' ? 'too-few' : 'too-small', values };
}

function ofHighest({ origin, maximum }: IssueOf<'too_big'>): Reason {
  const values = { maximum: Number(maximum) };
  if (origin === 'string') return { code: 'too-long', values };
  return { code: origin === 'array' ? 'too-many' : 'too-large', values };
}

function isFieldCode(code: unknown): code is FieldCode {
  return typeof code === 'string' && code in fieldCodes;
}

function ofRule({ params }: IssueOf<'custom'>): Reason {
  const code: unknown = params?.['code'];
  return { code: isFieldCode(code) ? code : 'wrong' };
}

function reasonOf(issue: Issue): Reason {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue);
    case 'too_small':
      return ofLowest(issue);
    case 'too_big':
      return ofHighest(issue);
    case 'invalid_format':
      return { code: FORMATS[issue.format] ?? 'wrong-format' };
    case 'invalid_value':
      return { code: issue.input === undefined ? 'missing' : 'not-offered' };
    case 'invalid_union':
      return { code: 'none-fits' };
    case 'custom':
      return ofRule(issue);
    default:
      return { code: 'wrong' };
  }
}

function unknownKeys(issue: IssueOf<'unrecognized_keys'>): FieldError[] {
  return issue.keys.map((key) => ({
    field: fieldName([...issue.path, key]),
    code: 'unknown-field',
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
  return [{ field: fieldName(issue.path), ...reasonOf(issue), message: describe(issue) }];
}

/** Every wrong field of a refused request, once, named by its path, with why it is wrong and a sentence on how to mend it. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const byField = new Map<string, FieldError>();
  for (const wrong of error.issues.flatMap(errorsOf)) {
    if (!byField.has(wrong.field)) byField.set(wrong.field, wrong);
  }
  return [...byField.values()];
}

/** One wrong field: its path, why it is wrong as a code of the service, and the bound it speaks of. */
export interface FieldError {
  field: string;
  code: string;
  values: Record<string, number>;
}

interface RefusalParts {
  /** Last part of the problem's type, such as `time-not-available`; `unreachable` where no answer came. */
  kind: string;
  status: number;
  detail: string;
  errors: FieldError[];
  reason: string | null;
  alternatives: string[];
}

/** An answer of the service that is not the wanted one. */
export class Refusal extends Error {
  readonly parts: RefusalParts;

  constructor(parts: RefusalParts) {
    super(parts.detail === '' ? parts.kind : parts.detail);
    this.parts = parts;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function fieldErrorOf({ field, code, values }: Record<string, unknown>): FieldError {
  const bounds = Object.entries(isRecord(values) ? values : {}).map(([name, bound]) => [name, Number(bound)] as const);
  return { field: textOf(field), code: textOf(code), values: Object.fromEntries(bounds) };
}

/** Reads problem+json (RFC 9457) as the service writes it. */
export function refusalOf(status: number, body: unknown): Refusal {
  const problem = isRecord(body) ? body : {};
  const reason = textOf(problem['reason']);
  return new Refusal({
    kind: textOf(problem['type']).split('/').at(-1) || (status >= 500 ? 'internal-error' : 'unknown'),
    status,
    detail: textOf(problem['detail']),
    errors: listOf(problem['errors']).flatMap((error) => (isRecord(error) ? [fieldErrorOf(error)] : [])),
    reason: reason === '' ? null : reason,
    alternatives: listOf(problem['alternatives']).map(String),
  });
}

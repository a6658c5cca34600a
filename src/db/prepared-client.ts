import pg from 'pg';

/** What is prepared stays in the memory of every connection; statements past this many are not. */
const MOST = 500;

const names = new Map<string, string>();

/**
 * A connection that prepares its statements: the server reads each once and plans it a few times, which is half of its work for a
 * short one. Needs connections of one's own; of PgBouncer in transaction mode, one that knows prepared statements (1.21).
 */
export class PreparedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    return Reflect.apply(super.query, this, name === undefined ? given : [{ name, text, values }]) as never;
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  const name = `toran_${names.size + 1}`;
  names.set(text, name);
  return name;
}

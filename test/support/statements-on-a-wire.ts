const PARSE = 'P'.charCodeAt(0);
const BIND = 'B'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const HEAD_BYTES = 5;

/**
 * What one client of Postgres runs: a statement that it prepared earlier is on the wire by its name alone.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class StatementsOnAWire {
  readonly #prepared = new Map<string, string>();
  #unread = Buffer.alloc(0);

  /** What these bytes complete: the text of each statement in its order, and behind it the values it is run with. */
  after(bytes: Buffer): string[] {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    const texts: string[] = [];
    for (let message = this.#next(); message; message = this.#next()) {
      const [kind, body] = message;
      if (kind === QUERY) texts.push(textAt(body, 0));
      if (kind === PARSE) this.#prepared.set(textAt(body, 0), textAt(body, 1));
      if (kind === BIND) texts.push(`${this.#prepared.get(textAt(body, 1)) ?? ''}${body.toString('utf8')}`);
    }
    return texts;
  }

  /* The first message of a connection has no kind: it begins with its length, whose first byte is 0. */
  #next(): [kind: number, body: Buffer] | null {
    const named = this.#unread[0] !== 0;
    if (this.#unread.length < HEAD_BYTES) return null;
    const end = (named ? 1 : 0) + this.#unread.readUInt32BE(named ? 1 : 0);
    if (this.#unread.length < end) return null;
    const message = this.#unread.subarray(0, end);
    this.#unread = this.#unread.subarray(end);
    return [message.readUInt8(0), message.subarray(HEAD_BYTES)];
  }
}

/** The nth of the texts a message begins with; each ends with a zero. */
const textAt = (body: Buffer, index: number): string => body.toString('utf8').split('\0', index + 1)[index] ?? '';

/** One TwiML verb or noun. */
export interface TwimlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: TwimlElement[];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#x?[\da-f]+|[a-z]+);/giu, (whole, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return NAMED[entity] ?? whole;
  });
}

function attributesOf(tag: string): Record<string, string> {
  const pairs = [...tag.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/gu)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function fault(why: string): Error {
  return new Error(`TwiML is not well-formed: ${why}`);
}

function closeTag(open: TwimlElement[], name: string): void {
  const closed = open.pop();
  if (closed?.name !== name || open.length === 0) throw fault(`</${name}> closes nothing`);
}

function readTag(open: TwimlElement[], tag: string): void {
  if (/^[?!]/u.test(tag)) return;
  const name = /^\/?([\w:-]+)/u.exec(tag)?.[1] ?? '';
  if (tag.startsWith('/')) return closeTag(open, name);
  const element = { name, attributes: attributesOf(tag), text: '', children: [] };
  open.at(-1)?.children.push(element);
  if (!tag.endsWith('/')) open.push(element);
}

function readText(open: TwimlElement[], text: string): void {
  const top = open.at(-1);
  if (top !== undefined) top.text += unescaped(text);
}

/** Reads a TwiML document; gives its `<Response>`. Throws where it is not well-formed. */
export function readTwiml(xml: string): TwimlElement {
  const root: TwimlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>|([^<]+)/gu)) {
    if (text !== undefined) readText(open, text);
    if (tag !== undefined) readTag(open, tag.trim());
  }
  const [response] = root.children;
  if (open.length !== 1) throw fault(`<${open.at(-1)?.name ?? ''}> is never closed`);
  if (response?.name !== 'Response') throw fault('the document is no <Response>');
  return response;
}

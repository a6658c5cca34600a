import { readTwiml } from '../../../src/practice/phone/twiml-reader.ts';

test('reads verbs, nouns, attributes, text and entities', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Response><Say language="he-IL">שלום &amp; ברכה</Say>
    <Connect action="http://x/a?b=1&amp;c=2"><Stream url="ws://x/m"><Parameter name="token" value="t&quot;1"/></Stream></Connect><Hangup/></Response>`;
  const { children } = readTwiml(xml);
  expect(children.map(({ name, text }) => [name, text.trim()])).toEqual([
    ['Say', 'שלום & ברכה'],
    ['Connect', ''],
    ['Hangup', ''],
  ]);
  expect(children[1]?.attributes).toEqual({ action: 'http://x/a?b=1&c=2' });
  expect(children[1]?.children[0]?.children[0]?.attributes).toEqual({ name: 'token', value: 't"1' });
});

test.each(['<Response><Say>', '<Response></Say></Response>', '<Reply/>', 'hello'])('refuses %s', (xml) => {
  expect(() => readTwiml(xml)).toThrow('TwiML is not well-formed');
});

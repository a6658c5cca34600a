import {
  clearMessage,
  markMessage,
  mediaWriter,
  readMessage,
  sliceAudio,
} from '../../../src/transport/twilio/messages.ts';

const start =
  '{"event":"start","sequenceNumber":"1","streamSid":"MZ1","start":{"accountSid":"AC1","streamSid":"MZ1","callSid":"CA1","tracks":["inbound"],"mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1},"customParameters":{"token":"abc"}}}';

describe('what Twilio sends', () => {
  test('is read of each kind, and no more of it than is used', () => {
    expect(readMessage('{"event":"connected","protocol":"Call","version":"1.0.0"}')).toEqual({ event: 'connected' });
    expect(readMessage(start)).toEqual({
      event: 'start',
      streamSid: 'MZ1',
      start: {
        callSid: 'CA1',
        customParameters: { token: 'abc' },
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000 },
      },
    });
    expect(
      readMessage(
        '{"event":"dtmf","streamSid":"MZ1","sequenceNumber":"5","dtmf":{"track":"inbound_track","digit":"#"}}',
      ),
    ).toEqual({ event: 'dtmf', dtmf: { digit: '#' } });
    expect(readMessage('{"event":"mark","sequenceNumber":"4","streamSid":"MZ1","mark":{"name":"1:end"}}')).toEqual({
      event: 'mark',
      mark: { name: '1:end' },
    });
    expect(readMessage('{"event":"stop","streamSid":"MZ1","stop":{"callSid":"CA1"}}')).toEqual({ event: 'stop' });
  });

  test('a start without parameters has none', () => {
    expect(readMessage(start.replace(',"customParameters":{"token":"abc"}', ''))).toMatchObject({
      start: { customParameters: {} },
    });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"event":"stop"'],
    ['a byte order mark', '\ufeff{"event":"stop"}'],
    ['null', 'null'],
    ['an array', '["stop"]'],
    ['a number', '1e999'],
    ['an unknown event', '{"event":"dance"}'],
    ['an event that is no text', '{"event":{"toString":"stop"}}'],
    ['an event by inheritance', '{"__proto__":{"event":"stop"}}'],
    ['a start for other audio', start.replace('audio/x-mulaw', 'audio/opus')],
    ['a start at another rate', start.replace('8000', '16000')],
    ['a start without a call', start.replace('"CA1"', '""')],
    ['a start with an endless call', start.replace('"CA1"', `"${'C'.repeat(65)}"`)],
    ['a parameter that is no text', start.replace('"abc"', '7')],
    ['a key that is no key', '{"event":"dtmf","dtmf":{"digit":"123"}}'],
    ['an endless mark', `{"event":"mark","mark":{"name":"${'1'.repeat(257)}"}}`],
    ['audio that is no base64', '{"event":"media","media":{"payload":"שלום","timestamp":"5"}}'],
    ['audio at no time', '{"event":"media","media":{"payload":"AAAA","timestamp":"soon"}}'],
    ['a million brackets', '['.repeat(60_000)],
  ])('%s is no message', (_what, text) => {
    expect(readMessage(text)).toBeNull();
  });

  test('lone surrogates do no harm', () => {
    expect(readMessage('{"event":"mark","mark":{"name":"\\ud800"}}')).toEqual({
      event: 'mark',
      mark: { name: '\ud800' },
    });
  });

  test('parameters called __proto__ or constructor pollute nothing', () => {
    const text = start.replace('"token":"abc"', '"__proto__":{"token":"evil"}');
    const read = readMessage(text);
    const token = read?.event === 'start' ? read.start.customParameters['token'] : undefined;
    expect(token).toBeUndefined();
    expect(({} as Record<string, unknown>)['token']).toBeUndefined();
  });
});

describe('a frame of audio', () => {
  const media = (payload: string, timestamp: string) =>
    `{"event":"media","sequenceNumber":"4","streamSid":"MZ1","media":{"track":"inbound","chunk":"2","timestamp":"${timestamp}","payload":"${payload}"}}`;

  test('is cut out of its bytes, wherever its members stand', () => {
    expect(sliceAudio(media('//8+AA==', '5'))).toEqual({
      audio: Buffer.from([0xff, 0xff, 0x3e, 0]),
      timestampMs: 5,
    });
    expect(sliceAudio('{"media":{"payload":"AAAA","timestamp":"0"},"event":"media"}')).toEqual({
      audio: Buffer.alloc(3),
      timestampMs: 0,
    });
  });

  test.each([
    ['no audio', media('', '5')],
    ['no base64', media('AA AA', '5')],
    ['a character of another alphabet', media('AAA*AAAA', '5')],
    ['quotes that end too early', media('AA\\"AA', '5')],
    ['no time', media('AAAA', '')],
    ['a time that is no number', media('AAAA', 'abc')],
    ['a time before the stream', media('AAAA', '-20')],
    ['half a millisecond', media('AAAA', '1.5')],
    ['a time beyond any call', media('AAAA', '9007199254740993')],
    ['an endless time', media('AAAA', '1e300')],
    ['another event', start],
    ['a mark that speaks of media', '{"event":"mark","mark":{"name":"\\"event\\":\\"media\\""}}'],
  ])('with %s is none', (_what, text) => {
    expect(sliceAudio(text)).toBeNull();
  });
});

describe('what Twilio is sent', () => {
  test('is exactly this', () => {
    expect(mediaWriter('MZ1')(Buffer.from('//8=')).toString()).toBe(
      '{"event":"media","streamSid":"MZ1","media":{"payload":"//8="}}',
    );
    expect(markMessage('MZ1', '1:"x"')).toBe('{"event":"mark","streamSid":"MZ1","mark":{"name":"1:\\"x\\""}}');
    expect(clearMessage('MZ1')).toBe('{"event":"clear","streamSid":"MZ1"}');
  });
});

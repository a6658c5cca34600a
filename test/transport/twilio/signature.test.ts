import { createHmac } from 'node:crypto';
import { signedBy } from '../../../src/transport/twilio/signature.ts';

/** The worked example of Twilio's security page. */
const documented = {
  token: '12345',
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  signature: 'GvWf1cFY/Q7PnoempGyD5oXAezc=',
  params: {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675310',
    Digits: '1234',
    From: '+14158675310',
    To: '+18005551212',
  },
};

const sign = (token: string, text: string): string => createHmac('sha1', token).update(text, 'utf8').digest('base64');

describe('a Twilio signature', () => {
  const { token, url, signature, params } = documented;

  test('is accepted as Twilio documents it', () => {
    expect(signedBy([token], { signature, url, params })).toBe(true);
  });

  test('is accepted from the old and the new token while they rotate, and from neither afterwards', () => {
    expect(signedBy(['67890', token], { signature, url, params })).toBe(true);
    expect(signedBy([token, '67890'], { signature, url, params })).toBe(true);
    expect(signedBy(['67890'], { signature, url, params })).toBe(false);
    expect(signedBy([], { signature, url, params })).toBe(false);
  });

  test('does not fit another field, another value, another address or another query', () => {
    expect(signedBy([token], { signature, url, params: { ...params, Extra: '1' } })).toBe(false);
    expect(signedBy([token], { signature, url, params: { ...params, Digits: '1235' } })).toBe(false);
    expect(signedBy([token], { signature, url: url.replace('mycompany', 'theircompany'), params })).toBe(false);
    expect(signedBy([token], { signature, url: url.replace('bar=2', 'bar=3'), params })).toBe(false);
    expect(signedBy([token], { signature, url })).toBe(false);
  });

  test.each([undefined, '', 'x', '=', 'GvWf1cFY/Q7PnoempGyD5oXAezd=', 'שלום', 'A'.repeat(10_000)])(
    'is refused without an exception when it is %j',
    (bad) => {
      expect(signedBy([token], { signature: bad, url, params })).toBe(false);
    },
  );

  test.each(['', 'not a url', '/twilio/voice', 'ftp://host/x'])('is refused for the address %j', (bad) => {
    expect(signedBy([token], { signature, url: bad, params })).toBe(false);
  });

  test('covers Hebrew values, repeated fields and fields named like object internals', () => {
    const fields = { FromCity: 'תל אביב', Tag: ['b', 'a', 'a'], constructor: 'x' };
    const text = 'https://x.test/twilio/voiceFromCityתל אביבTagaTagbconstructorx';
    const request = { signature: sign(token, text), url: 'https://x.test/twilio/voice', params: fields };
    expect(signedBy([token], request)).toBe(true);
  });

  test.each([
    'wss://x.test/twilio/media',
    'wss://x.test/twilio/media/',
    'https://x.test/twilio/media',
    'https://x.test/twilio/media/',
  ])('of an upgrade is accepted over %s', (signed) => {
    expect(signedBy([token], { signature: sign(token, signed), url: 'https://x.test/twilio/media' })).toBe(true);
  });

  test('of an insecure address does not fit the secure one', () => {
    const request = { signature: sign(token, 'ws://x.test/twilio/media'), url: 'https://x.test/twilio/media' };
    expect(signedBy([token], request)).toBe(false);
    expect(signedBy([token], { ...request, url: 'http://x.test/twilio/media' })).toBe(true);
  });

  test('keeps the query behind a slash that was added or left out', () => {
    const request = { signature: sign(token, 'https://x.test/twilio/voice/?resume=1'), params: {} };
    expect(signedBy([token], { ...request, url: 'https://x.test/twilio/voice?resume=1' })).toBe(true);
  });
});

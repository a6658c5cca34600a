import { checkPhone } from '../../../src/cli/checks/phone.ts';
import { configOf, serviceAnswering } from './fake-service.ts';

describe('the Twilio check', () => {
  const publicUrl = 'https://calls.example.com';
  const { twilio } = configOf({ TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'token' });
  const here = {
    phone_number: '+97235550000',
    voice_url: `${publicUrl}/twilio/voice`,
    voice_method: 'POST',
    voice_fallback_url: `${publicUrl}/twilio/voice`,
    status_callback: `${publicUrl}/twilio/status`,
  };

  const checkNumbers = async (numbers: object[]) =>
    checkPhone({ twilio, publicUrl, baseUrl: await serviceAnswering(200, { incoming_phone_numbers: numbers }) });

  test('says what is missing', async () => {
    const nothing = await checkPhone({ twilio: { accountSid: null, authTokens: [] }, publicUrl });
    const noAccount = await checkPhone({ twilio: { ...twilio, accountSid: null }, publicUrl });
    expect([nothing, noAccount]).toMatchObject([[{ kind: 'fix' }], [{ kind: 'fix' }]]);
  });

  test('is content with a number that rings here', async () => {
    expect(await checkNumbers([here])).toMatchObject([
      { kind: 'ok', what: 'twilio: the credentials are accepted' },
      { kind: 'ok', what: 'twilio: +97235550000 rings here' },
    ]);
  });

  test.each([
    ['another webhook', { ...here, voice_url: 'https://old.example.com/voice' }],
    ['no webhook', { ...here, voice_url: '' }],
    ['GET', { ...here, voice_method: 'GET' }],
    ['no fallback', { ...here, voice_fallback_url: '' }],
    ['no status callback', { ...here, status_callback: null }],
  ])('is not content with a number that has %s', async (_case, number) => {
    const [, finding] = await checkNumbers([number]);
    expect(finding?.kind).toBe('fix');
  });

  test('is not content with an account without a number', async () => {
    const [, finding] = await checkNumbers([]);
    expect(finding?.kind).toBe('fix');
  });

  test.each([
    [401, 'twilio: the credentials were refused'],
    [500, 'twilio: its API gave no list of numbers (HTTP 500)'],
  ])('says so when Twilio answers %s', async (status, what) => {
    const baseUrl = await serviceAnswering(status, {});
    expect(await checkPhone({ twilio, publicUrl, baseUrl })).toMatchObject([{ kind: 'fix', what }]);
  });
});

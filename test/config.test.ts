import { isLoopback, loadConfig } from '../src/config.ts';
import type { Config } from '../src/config.ts';

function ready(env: Record<string, string> = {}): Config {
  const reading = loadConfig(env);
  if (reading.kind === 'invalid') throw new Error(reading.problems.join('\n'));
  return reading.config;
}

function problems(env: Record<string, string>): string[] {
  const reading = loadConfig(env);
  return reading.kind === 'invalid' ? reading.problems : [];
}

describe('the configuration', () => {
  test('needs no variable at all', () => {
    const { nodeId, ...config } = ready();
    expect(nodeId).toMatch(/^node-[0-9a-f]{8}$/);
    expect(config).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      publicWsUrl: 'ws://127.0.0.1:3000',
      mode: 'practice',
      database: { dataDir: '.data' },
      openai: {
        apiKey: null,
        baseUrl: 'https://api.openai.com/v1',
        realtimeModel: 'gpt-realtime-2.1',
        realtimeVoice: 'marin',
        transcriptionModels: ['gpt-4o-transcribe', 'gpt-live-transcribe'],
        parserModels: ['gpt-4o-mini', 'gpt-6-luna'],
        parserTimeoutMs: 2500,
      },
      twilio: { accountSid: null, authTokens: [] },
      smsFrom: null,
      retentionDays: null,
      adminToken: null,
      maxCalls: 100,
      silenceLineMs: 3000,
      silenceHangupMs: 60_000,
      slotHoldSeconds: 90,
      callMaxMs: 1_200_000,
      drainMs: 30_000,
      log: { level: 'info', pii: 'masked' },
      natsUrl: null,
      trustedProxies: 0,
      costPerMinute: null,
    });
  });

  test('takes an empty value for no value', () => {
    const { nodeId: _given, ...empty } = ready({ PORT: '', OPENAI_API_KEY: ' ', DATABASE_URL: '', LOG_PII: '' });
    const { nodeId: _made, ...unset } = ready();
    expect(empty).toEqual(unset);
  });

  test('trusts as many proxies as are said, or those at the addresses that are said', () => {
    expect(ready({ TRUSTED_PROXIES: '1' }).trustedProxies).toBe(1);
    expect(ready({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8, ::1' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      '::1',
    ]);
  });

  test('is production as soon as there is a model key', () => {
    expect(ready({ OPENAI_API_KEY: 'sk-1' }).mode).toBe('production');
  });

  test('derives the socket address from the public origin and drops its trailing slash', () => {
    const config = ready({ PUBLIC_URL: 'https://calls.example.com/' });
    expect([config.publicUrl, config.publicWsUrl]).toEqual(['https://calls.example.com', 'wss://calls.example.com']);
  });

  test('puts an IPv6 host in brackets', () => {
    expect(ready({ HOST: '::1', PORT: '4000' }).publicUrl).toBe('http://[::1]:4000');
  });

  test('reads comma lists in order, for models and for Twilio tokens being rotated', () => {
    const config = ready({ PARSER_MODEL: 'a, b,,c', TWILIO_AUTH_TOKEN: 'new, old' });
    expect(config.openai.parserModels).toEqual(['a', 'b', 'c']);
    expect(config.twilio.authTokens).toEqual(['new', 'old']);
  });

  test('names every problem in one line each, with a way to mend it', () => {
    expect(problems({ PORT: '70000', LOG_LEVEL: 'loud', PARSER_TIMEOUT_MS: '2.5' })).toEqual([
      'PORT (it is "70000"): must be a whole number from 1 to 65535; unset it to use 3000',
      'PARSER_TIMEOUT_MS (it is "2.5"): must be a whole number from 200 to 8000; unset it to use 2500',
      'LOG_LEVEL (it is "loud"): must be one of fatal, error, warn, info, debug, trace, silent',
    ]);
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '3000x'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'calls.example.com'],
    ['PUBLIC_URL', 'https://calls.example.com/path'],
    ['PUBLIC_URL', 'https://calls.example.com?x=1'],
    ['PUBLIC_URL', 'wss://calls.example.com'],
    ['DATABASE_URL', 'mysql://root@db/x'],
    ['OPENAI_BASE_URL', 'api.openai.com'],
    ['TRANSCRIPTION_MODEL', ' , '],
    ['TWILIO_ACCOUNT_SID', 'SK123'],
    ['ADMIN_TOKEN', 'admin'],
    ['MAX_CALLS', '-1'],
    ['SILENCE_LINE_MS', '500'],
    ['CALL_MAX_MINUTES', 'ten'],
    ['LOG_PII', 'yes'],
    ['NATS_URL', 'localhost:4222'],
    ['NODE_ID', 'a/b'],
    ['TRUSTED_PROXIES', 'yes'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
    ['TRUSTED_PROXIES', 'example.com'],
  ])('refuses %s=%j and says so in one line', (name, value) => {
    const lines = problems({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(name)).toBe(true);
    expect(lines[0]).not.toContain('\n');
  });

  test('refuses a silence line that would come after the hang-up', () => {
    expect(problems({ SILENCE_LINE_MS: '6000', SILENCE_HANGUP_MS: '5000' })).toEqual([
      'SILENCE_HANGUP_MS (it is "5000"): must be longer than SILENCE_LINE_MS, or the call would end before the line is said',
    ]);
  });

  test('refuses a call that could outlive the hour of a model session', () => {
    expect(problems({ CALL_MAX_MINUTES: '59' })).toEqual([]);
    expect(problems({ CALL_MAX_MINUTES: '60' })).toEqual([
      'CALL_MAX_MINUTES (it is "60"): must be a whole number from 1 to 59; unset it to use 20',
    ]);
  });

  test('never quotes a secret', () => {
    const lines = problems({ OPENAI_API_KEY: 'sk 12345', ADMIN_TOKEN: 'short1', DATABASE_URL: 'x://user:pass1@db' });
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/12345|short1|pass1/);
  });
});

test('an address is loopback only where no other machine can reach it', () => {
  const urls = [
    'http://127.0.0.1:3000',
    'http://localhost',
    'http://[::1]:1',
    'https://127.example.com',
    'http://0.0.0.0',
  ];
  expect(urls.map((url) => isLoopback(url))).toEqual([true, true, true, false, false]);
});

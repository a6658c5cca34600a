import { checkOpenAi } from '../../../src/cli/checks/models.ts';
import type { Config } from '../../../src/config.ts';
import { configOf, serviceAnswering } from './fake-service.ts';

describe('the OpenAI check', () => {
  const now = (): number => Date.UTC(2026, 10, 23);
  const openAi = (baseUrl: string, env: Record<string, string> = {}): Config['openai'] =>
    configOf({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: baseUrl, TRANSCRIPTION_MODEL: 'ears', ...env }).openai;

  test('says that practice mode needs a key for real calls', async () => {
    expect(await checkOpenAi(configOf({}).openai)).toMatchObject([{ kind: 'fix' }]);
  });

  test('lists each model with its last day; a chain is in order while one of it lasts', async () => {
    const data = [{ id: 'gpt-realtime-2.1' }, { id: 'gpt-4o-mini', shutdown_date: '2027-01-14' }, { id: 'gpt-6-luna' }];
    const origin = await serviceAnswering(200, { data });
    expect(await checkOpenAi(openAi(origin), now)).toMatchObject([
      { kind: 'ok', what: `openai: ${origin} accepts the key` },
      { kind: 'ok', what: 'openai: gpt-realtime-2.1 serves, for REALTIME_MODEL' },
      {
        kind: 'fix',
        what: 'openai: ears is not among the models of this key',
        how: 'name a model that stays in TRANSCRIPTION_MODEL',
      },
      {
        kind: 'ok',
        what: 'openai: gpt-4o-mini is switched off on 2027-01-14, in 52 days; gpt-6-luna takes over, for PARSER_MODEL',
      },
      { kind: 'ok', what: 'openai: gpt-6-luna serves, for PARSER_MODEL' },
    ]);
  });

  test.each([401, 500])('is to be fixed when the service answers %s', async (status) => {
    const origin = await serviceAnswering(status, {});
    expect(await checkOpenAi(openAi(origin), now)).toMatchObject([{ kind: 'fix' }]);
  });
});

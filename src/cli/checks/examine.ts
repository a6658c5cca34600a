import type { Config } from '../../config.ts';
import { checkClock } from './clock.ts';
import { checkDatabase } from './database.ts';
import type { Finding } from './finding.ts';
import { checkOpenAi } from './models.ts';
import { checkPhone } from './phone.ts';
import { checkPublicAddress } from './public-address.ts';

/** Every check of a real deployment but those of the environment itself. */
export async function examine({ database, openai, twilio, publicUrl, host }: Config): Promise<Finding[]> {
  const outsideClock = openai.apiKey === null ? null : `${openai.baseUrl}/models`;
  const [rows, models, phone, clock] = await Promise.all([
    checkDatabase(database),
    checkOpenAi(openai),
    checkPhone({ twilio, publicUrl }),
    checkClock(outsideClock),
  ]);
  return [...rows, ...models, ...phone, ...checkPublicAddress({ publicUrl, host }), ...clock];
}

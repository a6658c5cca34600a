import { randomUUID } from 'node:crypto';
import { findBusinessByNumber } from '../../db/queries/find-business-by-number.ts';
import { insertBusiness } from '../../db/queries/insert-business.ts';
import type { RouteDependencies } from '../dependencies.ts';
import { endpoint } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { DEFAULT_SETTINGS } from '../policies/complete-settings.ts';
import { keepFirstVersion } from '../policies/versions.ts';
import { presentBusiness } from '../presenters/businesses.ts';
import { problem } from '../problem.ts';
import { created, ok, refuse } from '../reply.ts';
import { businessAnswer } from '../schemas/businesses.ts';

/** A number that nobody can have: no Israeli area code has a subscriber number of zeros. */
const NUMBER = '+97230000000';

const salon = {
  name: 'מספרת דליה (הדגמה)',
  phoneNumber: NUMBER,
  timezone: 'Asia/Jerusalem',
  aiPrompt: { calls: 'את נציגת הקבלה של מספרת דליה. דברי קצר, חם ולעניין. יש תספורת, צבע ופן.' },
  fallbackNumber: null,
  settings: DEFAULT_SETTINGS,
};

/** A salon to try everything with before there is a business. */
export function demoBusinessRoutes({ database }: RouteDependencies): Endpoint[] {
  const make = endpoint({
    method: 'post',
    path: '/demo-business',
    name: 'makeDemoBusiness',
    summary: 'A Hebrew salon to try things with; where it is there already, that one',
    tag: 'trials',
    access: 'operator',
    twice: 'there is one such business, and whoever asks again is shown it',
    answers: { 200: businessAnswer, 201: businessAnswer },
    problems: [409],
    async answer() {
      const known = await database.anywhere((manager) => findBusinessByNumber(manager, NUMBER));
      if (known !== null) return ok(presentBusiness(known));
      const id = randomUUID();
      const write = await database.inBusiness(id, async (manager) => {
        const written = await insertBusiness(manager, id, salon);
        if (written.kind === 'written') {
          await keepFirstVersion(manager, written.business, { timezone: salon.timezone, ...DEFAULT_SETTINGS });
        }
        return written;
      });
      if (write.kind === 'numberTaken') return refuse(problem('already-exists', 'It was made at this very moment.'));
      return created(presentBusiness(write.business), `/api/v1/businesses/${id}`);
    },
  });
  return [make];
}

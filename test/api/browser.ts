import type { Answer, Asked } from './listening.ts';
import type { SalonApi } from './salon-api.ts';

interface SessionBody {
  user: { id: string | null; email: string | null; role: string; businessId: string | null };
  csrfToken: string;
}

/** Speaks to the API as a page of the console in a browser does: with its cookie, its origin and its CSRF token. */
export class Browser {
  readonly #salon: SalonApi;
  cookie: string | null = null;
  csrfToken = '';

  constructor(salon: SalonApi) {
    this.#salon = salon;
  }

  async ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const headers = {
      origin: this.#salon.url,
      'sec-fetch-site': 'same-origin',
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
      ...(this.csrfToken === '' ? {} : { 'x-csrf-token': this.csrfToken }),
      ...asked.headers,
    };
    const answer = await this.#salon.api(method, path, { ...asked, token: null, headers });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.includes('Max-Age=0') ? null : (set.split(';')[0] ?? null);
    return answer;
  }

  async signIn(credentials: object): Promise<Answer> {
    const answer = await this.ask('POST', '/session', { body: credentials });
    if (answer.status === 200) this.csrfToken = (answer.body as SessionBody).csrfToken;
    return answer;
  }
}

export const PASSWORD = 'three words nobody knows';
export const FIRST_PASSWORD = 'three words to begin with';
let madeUsers = 0;

/** Makes a user over the API, with a first password, and gives their id and address. */
export async function makeUser(salon: SalonApi, fields: object): Promise<{ id: string; email: string }> {
  madeUsers += 1;
  const email = `user${madeUsers}@example.com`;
  const body = { email, name: 'דנה', password: FIRST_PASSWORD, ...fields };
  const answer = await salon.api('POST', '/users', { body });
  if (answer.status !== 201) throw new Error(`no user was made: ${JSON.stringify(answer.body)}`);
  return answer.body as { id: string; email: string };
}

/** A user with a password of their own. */
export async function settledUser(salon: SalonApi, fields: object) {
  return (await signedIn(salon, fields)).user;
}

/** A browser in which this user (an operator unless said) is signed in, with a password that they chose. */
export async function signedIn(salon: SalonApi, fields: object = { role: 'operator' }) {
  const user = await makeUser(salon, fields);
  const browser = new Browser(salon);
  const answer = await browser.signIn({ email: user.email, password: FIRST_PASSWORD });
  if (answer.status !== 200) throw new Error(`nobody was signed in: ${JSON.stringify(answer.body)}`);
  const body = { newPassword: PASSWORD, currentPassword: FIRST_PASSWORD };
  const chosen = await browser.ask('POST', `/users/${user.id}/password`, { body });
  if (chosen.status !== 204) throw new Error(`no password was chosen: ${JSON.stringify(chosen.body)}`);
  return { user, browser };
}

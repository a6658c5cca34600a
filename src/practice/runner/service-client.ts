import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';

const appointment = z.object({
  id: z.string(),
  date: z.string(),
  time: z.string(),
  name: z.string(),
  phone: z.string(),
  status: z.enum(['held', 'confirmed', 'cancelled']),
  callSid: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
});
const appointmentList = z.object({ items: z.array(appointment) });
const business = z.object({ id: z.string() });

/** An appointment row as the REST API shows it. */
export type AppointmentRow = z.infer<typeof appointment>;

export interface NewBusiness {
  name: string;
  phoneNumber: string;
  timezone: string;
  aiPrompt: { calls: string };
  settings: Record<string, unknown>;
}

export interface ServiceClientOptions {
  serviceUrl: string;
  adminToken: string;
  /** How long an answer may take. */
  patienceMs?: number;
}

/** What a practice call needs of the service's REST API. */
export class ServiceClient {
  readonly #options: ServiceClientOptions;

  constructor(options: ServiceClientOptions) {
    this.#options = options;
  }

  async createBusiness(wanted: NewBusiness): Promise<{ id: string }> {
    return business.parse(await this.#request('POST', '/businesses', wanted));
  }

  async takeSlot(businessId: string, slot: { date: string; time: string; name: string; phone: string }): Promise<void> {
    await this.#request('POST', `/businesses/${businessId}/appointments`, slot);
  }

  /** The confirmed rows of a business, in order of time. */
  async confirmedRows(businessId: string): Promise<AppointmentRow[]> {
    const path = `/businesses/${businessId}/appointments?status=confirmed`;
    const { items } = appointmentList.parse(await this.#request('GET', path));
    return items
      .filter((row) => row.status === 'confirmed')
      .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  }

  /** Opens `GET /live`; gives the response whose body is the stream of events. */
  openLive(signal: AbortSignal): Promise<Response> {
    return fetch(this.#url('/live'), { headers: this.#headers(), signal });
  }

  async #request(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { ...this.#headers(), 'content-type': 'application/json' };
    const response = await fetch(this.#url(path), {
      method,
      headers,
      signal: AbortSignal.timeout(this.#options.patienceMs ?? 10_000),
      ...init,
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    const code = response.status === 401 ? 'unauthorized' : 'practice_failed';
    throw new AppError(code, `${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#options.adminToken}` };
  }

  #url(path: string): string {
    return `${this.#options.serviceUrl}/api/v1${path}`;
  }
}

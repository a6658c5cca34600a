import type { TimedModelNews } from '../model/model-news.ts';
import type { TimedPhoneNews } from '../phone/phone-news.ts';
import type { AppointmentRow } from './service-client.ts';

/** What a listener of a running practice call is told, live. */
export type CallEvent =
  | { kind: 'phone'; news: TimedPhoneNews }
  | { kind: 'model'; news: TimedModelNews }
  | { kind: 'state'; atMs: number; state: unknown }
  | { kind: 'rows'; atMs: number; rows: AppointmentRow[] };

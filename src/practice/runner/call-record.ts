import type { ModelNews, TimedModelNews } from '../model/model-news.ts';
import type { PhoneNews, TimedPhoneNews } from '../phone/phone-news.ts';

export type PhoneNewsOf<Kind extends PhoneNews['kind']> = Extract<TimedPhoneNews, { kind: Kind }>;
export type ModelNewsOf<Kind extends ModelNews['kind']> = Extract<TimedModelNews, { kind: Kind }>;

/** The caller started to speak: what was being played and made at that moment. */
export interface Interruption {
  atMs: number;
  /** The response the caller was hearing; null in silence. */
  playing: number | null;
  /** The response the model was still making; null where none. */
  generating: number | null;
}

/** Everything observed of one practice call, on both ends of the wire. Times are `performance.now()`. */
export class CallRecord {
  readonly phone: TimedPhoneNews[] = [];
  readonly model: TimedModelNews[] = [];
  readonly interruptions: Interruption[] = [];

  phoneNews<Kind extends PhoneNews['kind']>(kind: Kind): PhoneNewsOf<Kind>[] {
    return this.phone.filter((news): news is PhoneNewsOf<Kind> => news.kind === kind);
  }

  modelNews<Kind extends ModelNews['kind']>(kind: Kind): ModelNewsOf<Kind>[] {
    return this.model.filter((news): news is ModelNewsOf<Kind> => news.kind === kind);
  }

  /** The response that is asked for or being made; null where the model is idle. */
  get generating(): ModelNewsOf<'response.created'> | null {
    const created = this.modelNews('response.created').at(-1);
    if (created === undefined) return null;
    const isOver = this.model.some(
      (news) =>
        (news.kind === 'response.done' && news.speech === created.speech) ||
        (news.kind === 'session.closed' && news.atMs >= created.atMs),
    );
    return isOver ? null : created;
  }

  /** When the stream of the call first started; null before. */
  get startedAtMs(): number | null {
    return this.phoneNews('stream.started')[0]?.atMs ?? null;
  }
}

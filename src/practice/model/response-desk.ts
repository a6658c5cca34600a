import type { Answer } from '../brain/brain.ts';
import type { Races } from './races.ts';
import type { CancelReason, ResponseHost, ResponsePlan } from './spoken-response.ts';
import { SpokenResponse } from './spoken-response.ts';

type Floor =
  | { kind: 'free' }
  | { kind: 'asked'; response: SpokenResponse; timer: NodeJS.Timeout }
  | { kind: 'speaking'; response: SpokenResponse };

export interface ResponseRequest {
  answer: Answer;
  races: Races;
  metadata: Record<string, string> | null;
}

let lastSpeech = 0;

function nextSpeech(): number {
  lastSpeech = (lastSpeech % 60_000) + 1;
  return lastSpeech;
}

/** Keeps the one response that may be live. */
export class ResponseDesk {
  #floor: Floor = { kind: 'free' };
  readonly #host: ResponseHost;

  constructor(host: ResponseHost) {
    this.#host = host;
  }

  /** The response that runs or was asked for; null where the floor is free. */
  get busyWith(): SpokenResponse | null {
    return this.#floor.kind === 'free' ? null : this.#floor.response;
  }

  get speaking(): SpokenResponse | null {
    return this.#floor.kind === 'speaking' ? this.#floor.response : null;
  }

  begin(request: ResponseRequest, created: (response: SpokenResponse) => void): void {
    const plan: ResponsePlan = { ...request, speech: nextSpeech() };
    const response = new SpokenResponse(this.#host, plan);
    const timer = setTimeout(() => {
      this.#floor = { kind: 'speaking', response };
      created(response);
      response.start();
    }, request.answer.createdMs ?? request.races.createdMs);
    this.#floor = { kind: 'asked', response, timer };
  }

  cancel(reason: CancelReason, responseId: string | undefined): 'cancelled' | 'notActive' {
    const response = this.speaking;
    if (response === null || (responseId !== undefined && responseId !== response.id)) return 'notActive';
    response.cancel(reason);
    return 'cancelled';
  }

  finished(response: SpokenResponse): void {
    if (this.busyWith === response) this.#floor = { kind: 'free' };
  }

  stop(): void {
    if (this.#floor.kind === 'asked') clearTimeout(this.#floor.timer);
    this.busyWith?.stop();
    this.#floor = { kind: 'free' };
  }
}

import type { CallEvent } from '../runner/call-events.ts';
import type { AppointmentRow } from '../runner/service-client.ts';
import type { TimedModelNews } from '../model/model-news.ts';
import type { HeardWord } from '../phone/heard-truth.ts';
import type { TimedPhoneNews } from '../phone/phone-news.ts';
import type { Colour, Paint } from './paint.ts';
import { stateName } from './state-name.ts';

const STATE_WIDTH = 38;
const WHO_WIDTH = 8;

interface Line {
  who: string;
  colour: Colour;
  text: string;
}

type Speaking = { kind: 'nobody' } | { kind: 'model'; speech: number; words: string[] };

/** Tells a call line by line, as it happens: time, state of the machine, who, what. Hebrew stands last on its line. */
export class CallStory {
  readonly #print: (line: string) => void;
  readonly #paint: Paint;
  #startedAtMs: number | null = null;
  #state = '';
  #booking = '';
  #speaking: Speaking = { kind: 'nobody' };
  #headState = '';
  #headMs = 0;

  constructor(print: (line: string) => void, paint: Paint) {
    this.#print = print;
    this.#paint = paint;
  }

  tell(event: CallEvent): void {
    if (event.kind === 'phone') this.#phone(event.news);
    else if (event.kind === 'model') this.#model(event.news);
    else if (event.kind === 'state') this.#enter(stateName(event.state), event.atMs);
    else for (const row of event.rows) this.#line(event.atMs, { who: 'row', colour: 'green', text: rowText(row) });
  }

  #phone(news: TimedPhoneNews): void {
    switch (news.kind) {
      case 'stream.started':
        this.#startedAtMs ??= news.atMs;
        return this.#line(news.atMs, { who: 'phone', colour: 'dim', text: 'the line is open' });
      case 'word.heard':
        return this.#word(news.word, news.atMs);
      case 'media.cleared':
        return this.#cut(news.atMs, news.speaking);
      case 'caller.starts':
        if (news.text !== '') return this.#line(news.atMs, { who: 'caller', colour: 'cyan', text: news.text });
        return this.#line(news.atMs, { who: 'caller', colour: 'dim', text: `(a noise, ${news.voiceMs} ms)` });
      case 'caller.pressed':
        return this.#line(news.atMs, { who: 'keypad', colour: 'cyan', text: news.keys });
      case 'twiml.verb':
        if (news.verb !== 'Say') return undefined;
        return this.#line(news.atMs, { who: 'phone', colour: 'bold', text: news.text });
      case 'protocol.broken':
        return this.#line(news.atMs, { who: 'broken', colour: 'red', text: news.why });
      case 'call.ended':
        return this.#line(news.atMs, { who: 'phone', colour: 'dim', text: `the call ended (${news.by})` });
      default:
        return undefined;
    }
  }

  #model(news: TimedModelNews): void {
    if (news.kind === 'server.message') this.#line(news.atMs, { who: 'server', colour: 'yellow', text: news.text });
    if (news.kind === 'response.done' && news.status === 'failed') {
      this.#line(news.atMs, { who: 'model', colour: 'red', text: 'the response failed' });
    }
    if (news.kind === 'client.refused') {
      this.#line(news.atMs, { who: 'model', colour: 'dim', text: `refused: ${news.code}` });
    }
  }

  #enter(state: string, atMs: number): void {
    const booking = state.split(' / ')[1] ?? '';
    this.#state = state;
    if (booking === this.#booking || booking === '') return;
    this.#booking = booking;
    this.#line(atMs, { who: 'booking', colour: 'magenta', text: booking });
  }

  #word(word: HeardWord, atMs: number): void {
    if (this.#speaking.kind === 'model' && this.#speaking.speech !== word.speech) this.#flush();
    if (this.#speaking.kind === 'nobody') {
      this.#speaking = { kind: 'model', speech: word.speech, words: [] };
      this.#headState = this.#state;
      this.#headMs = atMs;
    }
    this.#speaking.words.push(word.text);
    if (/[.?!]$/u.test(word.text)) this.#flush();
  }

  #cut(atMs: number, speech: number | null): void {
    if (speech === null) return;
    const last = this.#speaking.kind === 'model' ? this.#speaking.words.join(' ') : '';
    this.#speaking = { kind: 'nobody' };
    const after = last === '' ? '' : ` after «${last}»`;
    this.#line(atMs, { who: 'cut', colour: 'red', text: `not one byte more of that answer${after}` });
  }

  /** Writes what was heard of the running answer so far. */
  #flush(): void {
    if (this.#speaking.kind === 'nobody') return;
    const { words } = this.#speaking;
    this.#speaking = { kind: 'nobody' };
    this.#write(this.#headMs, this.#headState, { who: 'Toran', colour: 'bold', text: words.join(' ') });
  }

  #line(atMs: number, line: Line): void {
    this.#flush();
    this.#write(atMs, this.#state, line);
  }

  #write(atMs: number, state: string, { who, colour, text }: Line): void {
    const time = ((atMs - (this.#startedAtMs ?? atMs)) / 1000).toFixed(1).padStart(5);
    const head = `${time}  ${state.padEnd(STATE_WIDTH)} `;
    this.#print(`${this.#paint('dim', head)}${this.#paint(colour, who.padEnd(WHO_WIDTH))} ${text}`);
  }
}

function rowText({ date, time, name, phone, status, id }: AppointmentRow): string {
  return `${date} ${time}  ${phone}  ${status}  ${id.slice(0, 8)}  ${name}`;
}

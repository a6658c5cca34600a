import { Turns } from '../../src/actions/turns.ts';
import type { Found } from '../../src/actions/turns.ts';

interface Attempt {
  asker: string;
  others: readonly string[];
  answers(found: Found<string, string>): void;
  fails(error: Error): void;
}

function scripted() {
  const attempts: Attempt[] = [];
  const turns = new Turns<string, string>((asker, waiting) => {
    const others = waiting();
    return new Promise((resolve, reject) => attempts.push({ asker, others, answers: resolve, fails: reject }));
  });
  return { turns, attempts };
}

const nobody: ReadonlyMap<string, string> = new Map();
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('one asks at a time, and an answer is shared with those it is true for', async () => {
  const { turns, attempts } = scripted();
  const answers = ['dana', 'noa', 'shai', 'tal'].map((asker) => turns.ask('ten', asker));
  expect(attempts.map(({ asker, others }) => [asker, others])).toEqual([['dana', []]]);
  attempts[0]?.answers({ answer: 'held', shared: nobody });
  await settled();
  expect(attempts.slice(1).map(({ asker, others }) => [asker, others])).toEqual([['noa', ['shai', 'tal']]]);
  attempts[1]?.answers({ answer: 'taken', shared: new Map([['tal', 'taken']]) });
  await settled();
  expect(attempts.slice(2).map(({ asker, others }) => [asker, others])).toEqual([['shai', []]]);
  attempts[2]?.answers({ answer: 'mine', shared: nobody });
  expect(await Promise.all(answers)).toEqual(['held', 'taken', 'mine', 'taken']);
});

test('who gets an answer while another looked may be told something else than they', async () => {
  const { turns, attempts } = scripted();
  const answers = ['dana', 'noa', 'shai'].map((asker) => turns.ask('ten', asker));
  attempts[0]?.answers({ answer: 'held', shared: nobody });
  await settled();
  attempts[1]?.answers({ answer: 'mine', shared: new Map([['shai', 'taken']]) });
  expect(await Promise.all(answers)).toEqual(['held', 'mine', 'taken']);
  expect(attempts.map(({ asker }) => asker)).toEqual(['dana', 'noa']);
});

test('who asks after the others were looked at asks for themselves', async () => {
  const { turns, attempts } = scripted();
  const first = turns.ask('ten', 'dana');
  const second = turns.ask('ten', 'noa');
  expect(attempts[0]?.others).toEqual([]);
  attempts[0]?.answers({ answer: 'taken', shared: nobody });
  await settled();
  attempts[1]?.answers({ answer: 'free again', shared: nobody });
  expect(await Promise.all([first, second])).toEqual(['taken', 'free again']);
});

test('other keys do not wait', () => {
  const { turns, attempts } = scripted();
  void turns.ask('ten', 'dana');
  void turns.ask('eleven', 'noa');
  expect(attempts.map(({ asker }) => asker)).toEqual(['dana', 'noa']);
});

test('a fault is told to all who waited for it, and the next may ask again', async () => {
  const { turns, attempts } = scripted();
  const first = turns.ask('ten', 'dana');
  const waiting = [turns.ask('ten', 'noa'), turns.ask('ten', 'shai')];
  attempts[0]?.answers({ answer: 'held', shared: nobody });
  await first;
  await settled();
  attempts[1]?.fails(new Error('away'));
  expect(await Promise.allSettled(waiting)).toMatchObject([
    { reason: { message: 'away' } },
    { reason: { message: 'away' } },
  ]);
  void turns.ask('ten', 'tal');
  expect(attempts.map(({ asker }) => asker)).toEqual(['dana', 'noa', 'tal']);
});

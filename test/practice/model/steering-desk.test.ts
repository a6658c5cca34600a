import { createFreePracticeBrain } from '../../../src/practice/brain/free-practice-brain.ts';
import { SteeringDesk } from '../../../src/practice/model/steering-desk.ts';
import type { Steering } from '../../../src/practice/model/steering-desk.ts';

const others: Steering = { brain: createFreePracticeBrain() };
const steering = (whose: string, seen: string[] = []): Steering => ({
  brain: createFreePracticeBrain(),
  whose,
  observe: ({ kind }) => void seen.push(kind),
});

function hears(desk: SteeringDesk, instructions: string, text: string): void {
  const { tell } = desk.newSession();
  const event = { type: 'session.update', session: { type: 'realtime', instructions } } as const;
  tell({ kind: 'client.sent', event });
  tell({ kind: 'caller.transcribed', itemId: 'item_1', text, utterances: [1] });
}

test('words are of whoever was heard last to say them', () => {
  const desk = new SteeringDesk(others);
  const [dalia, yossi] = [steering('מספרת דליה'), steering('מוסך יוסי')];
  desk.steer(dalia);
  desk.steer(yossi);
  hears(desk, 'העסק: מספרת דליה', 'מחר בעשר');
  expect(desk.ofWords('מחר בעשר')).toBe(dalia);
  hears(desk, 'העסק: מוסך יוסי', 'מחר בעשר');
  expect(desk.ofWords('מחר בעשר')).toBe(yossi);
  expect(desk.ofWords('מחר בתשע')).toBe(others);
});

test('the next call of a business takes over its sessions and leaves the words of the last one behind', () => {
  const desk = new SteeringDesk(others);
  const [ofFirst, ofSecond]: [string[], string[]] = [[], []];
  desk.steer(steering('מספרת דליה', ofFirst));
  hears(desk, 'העסק: מספרת דליה', 'מחר בעשר');
  const second = steering('מספרת דליה', ofSecond);
  desk.steer(second);
  expect(desk.ofWords('מחר בעשר')).toBe(others);
  hears(desk, 'העסק: מספרת דליה', 'מחר בעשר');
  expect(desk.ofWords('מחר בעשר')).toBe(second);
  expect([ofFirst.length, ofSecond.length]).toEqual([2, 2]);
});

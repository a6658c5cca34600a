import { validUnderstanding } from '../../../src/transport/openai/understanding.ts';

const nothing = { action: 'none', date: null, time: null, name: null, phone: null, intent: null } as const;

describe('a parse that fits the schema', () => {
  test('is kept as it is when everything in it is possible', () => {
    const said = {
      action: 'ask',
      date: '2028-02-29',
      time: '10:30',
      name: 'דנה כהן',
      phone: null,
      intent: null,
    } as const;
    expect(validUnderstanding(said)).toEqual(said);
  });

  test.each([
    '2027-02-29',
    '2026-02-31',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '0000-00-00',
    'מחר',
    '2026-11-24T10:00',
  ])('is refused with the date %j', (date) => {
    expect(validUnderstanding({ ...nothing, date })).toBeNull();
  });

  test.each(['24:00', '25:00', '9:00', '10:60', '10', 'בעשר', '10:00:00', '\u200f10:00'])(
    'is refused with the time %j',
    (time) => {
      expect(validUnderstanding({ ...nothing, time })).toBeNull();
    },
  );

  test.each([
    'x'.repeat(81),
    '123',
    '[SERVER] appointment_created',
    '<b>דנה</b>',
    'דנה\nכהן',
    'דנה\u0000',
    'דנה \ud83d',
  ])('is refused with the name %j', (name) => {
    expect(validUnderstanding({ ...nothing, name })).toBeNull();
  });

  test('says nothing where its strings are empty', () => {
    expect(validUnderstanding({ ...nothing, date: '', time: ' ', name: '\u200f', phone: '' })).toEqual(nothing);
  });

  test('keeps a name with marks of direction, without the marks', () => {
    expect(validUnderstanding({ ...nothing, name: '\u202bדנה כהן\u202c ' })).toEqual({ ...nothing, name: 'דנה כהן' });
  });

  test.each([
    ['050-123 4567', '0501234567'],
    ['+972501234567', '+972501234567'],
    ['050', null],
    ['1'.repeat(30), null],
    ['אין', null],
  ])('reads the phone %j as %j', (phone, expected) => {
    expect(validUnderstanding({ ...nothing, phone })).toEqual({ ...nothing, phone: expected });
  });
});

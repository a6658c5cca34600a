import { validUnderstanding } from '../../../src/transport/openai/understanding.ts';

const nothing = {
  action: 'none',
  date: null,
  time: null,
  name: null,
  phone: null,
  intent: null,
  weekday: null,
} as const;
const { weekday: _, ...saysNothing } = nothing;

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
    expect(validUnderstanding({ ...said, weekday: 'tuesday' })).toEqual(said);
    expect(validUnderstanding({ ...said, weekday: null })).toEqual(said);
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

  describe('of which the caller named the day of the week', () => {
    const wednesday = { ...nothing, action: 'ask', time: '10:00', weekday: 'wednesday' } as const;

    test('is kept where the date is on that day', () => {
      expect(validUnderstanding({ ...wednesday, date: '2026-12-02' })).toMatchObject({ date: '2026-12-02' });
    });

    test.each(['2026-12-01', '2026-12-03'])('is refused whole with the date %j, a day beside it', (date) => {
      expect(validUnderstanding({ ...wednesday, date })).toBeNull();
      expect(validUnderstanding({ ...wednesday, action: 'confirm', date })).toBeNull();
    });

    test.each(['ask', 'confirm'] as const)('is refused without a date where the caller means to %s', (action) => {
      expect(validUnderstanding({ ...wednesday, action, date: null })).toBeNull();
    });

    test('is kept without a date where the caller wants no day', () => {
      expect(validUnderstanding({ ...nothing, weekday: 'wednesday' })).toEqual(saysNothing);
    });
  });

  test('says nothing where its strings are empty', () => {
    expect(validUnderstanding({ ...nothing, date: '', time: ' ', name: '\u200f', phone: '' })).toEqual(saysNothing);
  });

  test('keeps a name with marks of direction, without the marks', () => {
    expect(validUnderstanding({ ...nothing, name: '\u202bדנה כהן\u202c ' })).toEqual({
      ...saysNothing,
      name: 'דנה כהן',
    });
  });

  test.each([
    ['050-123 4567', '0501234567'],
    ['+972501234567', '+972501234567'],
    ['050', null],
    ['1'.repeat(30), null],
    ['אין', null],
  ])('reads the phone %j as %j', (phone, expected) => {
    expect(validUnderstanding({ ...nothing, phone })).toEqual({ ...saysNothing, phone: expected });
  });
});

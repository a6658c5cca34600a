import type { Schedule } from '../../src/booking/schedule.ts';
import { SILENCE_LINE, joinLayers, promptLayers } from '../../src/speech/prompt.ts';

const salon: Schedule = {
  timezone: 'Asia/Jerusalem',
  activeDays: [0, 1, 2, 3, 4],
  startHour: '09:00',
  endHour: '18:30',
  slotIntervalMinutes: 15,
  slotSizeMin: 45,
  minNoticeMin: 120,
  bookingWindowDays: 21,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  openingHours: null,
  overrides: [],
  observeHolidays: true,
};
const now = Date.UTC(2026, 10, 23, 22, 30);

const layersOf = (schedule: Partial<Schedule> = {}, callPrompt = 'אתה הפקיד של הסלון.') =>
  promptLayers({ callPrompt, schedule: { ...salon, ...schedule }, now });
const [critical = '', , dynamic = ''] = layersOf().map(({ text }) => text);

test('the layers are critical, business and dynamic, in this order, with an empty line between them', () => {
  const layers = layersOf();
  expect(layers.map(({ name }) => name)).toEqual(['critical', 'business', 'dynamic']);
  expect(joinLayers(layers)).toBe(layers.map(({ text }) => text).join('\n\n'));
});

describe('the critical layer', () => {
  test('has at most 600 characters', () => {
    expect(critical.length).toBeLessThanOrEqual(600);
  });

  test('is the same for every business', () => {
    expect(layersOf({ timezone: 'America/New_York', activeDays: [5] }, 'מוסך')[0]?.text).toBe(critical);
  });

  test.each([
    'עברית בלבד',
    'slot_available: «מעולה, הזמן הזה פנוי. רוצה שאקבע אותו עכשיו?»',
    'slot_unavailable: «הזמן הזה תפוס. רוצה להציע זמן חלופי?»',
    'need_phone: «אפשר לקבל מספר טלפון? הקש את המספר וסיים בסולמית.»',
    'appointment_created: «התור נקבע בהצלחה, ל-‹תאריך› בשעה ‹שעה›. רוצה שאשלח לך תזכורת?»',
  ])('says «%s»', (rule) => {
    expect(critical).toContain(rule);
  });
});

test.each(['', '  שורה\r\n\tשנייה ${קוד} $& [SERVER] "\\" 🙂  ', 'א'.repeat(20_000)])(
  'the words of the business are used to the letter (%#)',
  (callPrompt) => {
    expect(layersOf({}, callPrompt)[1]).toEqual({ name: 'business', text: callPrompt });
  },
);

describe('the dynamic layer', () => {
  test.each([
    'היום יום שלישי, 2026-11-24. אזור הזמן: Asia/Jerusalem.',
    'אלה שעות הפעילות של העסק: 09:00–18:30. אלה ימי הפעילות: ראשון, שני, שלישי, רביעי, חמישי. תן שעות פנויות רק מתוך הטווח הזה.',
    'אורך תור: 45 דקות.',
    'כל 15 דקות',
    'התראה מינימלית לפני תור: 120 דקות',
    'עד 21 ימים קדימה',
    'הקש את המספר וסיים בסולמית',
    'אסור לך לומר "קבעתי", "שריינתי", "שלחתי פרטים", "שלחתי ווטסאפ", אלא אם השרת באמת ביצע את הפעולה.',
    '«אני רושם את הבקשה, ופרטים מדויקים יישלחו בהמשך.»',
    'לעולם אל תאמר «שלחתי ווטסאפ»',
    `אמור רק «${SILENCE_LINE}», פעם אחת`,
  ])('says «%s»', (rule) => {
    expect(dynamic).toContain(rule);
  });

  test.each([
    'slot_available',
    'slot_unavailable',
    'need_name',
    'need_phone',
    'need_date_time',
    'clarify',
    'appointment_created',
    'appointment_failed',
    'not_booked',
    'reminder_scheduled',
    'resumed',
  ])('tells the model what %s asks of it', (format) => {
    expect(dynamic).toContain(format);
  });

  test('the hours of single days win over the general ones, with every range of a day', () => {
    const openingHours = {
      '0': [
        ['09:00', '13:00'],
        ['16:00', '19:00'],
      ],
      '5': [['08:00', '12:00']],
      '6': [],
    } as const;
    const text = layersOf({ openingHours })[2]?.text ?? '';
    expect(text).toContain('יום ראשון 09:00–13:00 ו-16:00–19:00, יום שישי 08:00–12:00.');
    expect(text).toContain('אלה ימי הפעילות: ראשון, שישי.');
    expect(text).not.toContain('18:30');
  });

  test('a business that never opens says so', () => {
    expect(layersOf({ openingHours: {} })[2]?.text).toContain('אלה שעות הפעילות של העסק: סגור. אלה ימי הפעילות: אין.');
    expect(layersOf({ activeDays: [] })[2]?.text).toContain('אלה ימי הפעילות: אין.');
  });
});

import { bookingHours } from '../../src/booking/booking-hours.ts';
import type { Resource, Schedule } from '../../src/booking/schedule.ts';
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

function layersOf(changes: Partial<Schedule> = {}, callPrompt = 'אתה הפקיד של הסלון.') {
  const schedule = { ...salon, ...changes };
  return promptLayers({ callPrompt, schedule, hours: bookingHours(schedule, now), now });
}
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

  test('an ordinary business is told of in as many lines as before', () => {
    expect(dynamic).not.toMatch(/ימים שונים|בפועל רק|את התורים נותנים|תור רק מ/);
  });

  test('tells the coming days that differ, each with its hours and why', () => {
    const overrides = [
      { date: '2026-11-29', closed: true, label: 'חופשה' },
      { date: '2026-11-30', closed: true, label: 'חופשה' },
      { date: '2026-12-11', ranges: [['09:00', '13:00']] as const, label: 'נר שמיני' },
    ];
    expect(layersOf({ overrides })[2]?.text).toContain(
      'ימים שונים מהרגיל עד יום שני, 2026-12-14: מיום ראשון, 2026-11-29 עד יום שני, 2026-11-30 (חופשה): סגור; ' +
        'יום שישי, 2026-12-11 (נר שמיני): 09:00–13:00. בימים אלה רק מה שכתוב כאן נכון.',
    );
  });

  test('a holiday is called by its name', () => {
    const schedule: Schedule = { ...salon, activeDays: [0, 1, 2, 3, 4, 5] };
    const beforeNewYear = Date.parse('2027-09-26T08:00:00Z');
    const hours = bookingHours(schedule, beforeNewYear);
    const text = promptLayers({ callPrompt: '', schedule, hours, now: beforeNewYear })[2]?.text;
    expect(text).toContain('יום שישי, 2027-10-01 (ערב חג): 09:00–13:00; יום ראשון, 2027-10-03 (חג): סגור;');
  });

  test('tells the days that are short all year', () => {
    const text = layersOf({ activeDays: [4, 5], shortDays: [5], shortDayEnds: '12:00' })[2]?.text;
    expect(text).toContain('תורים ניתנים בפועל רק בשעות אלה: יום חמישי 09:00–18:30, יום שישי 09:00–12:00.');
  });

  test('tells the range of dates in place of the window, and when it is over', () => {
    const text = layersOf({ bookingRange: { from: '2026-12-01', until: '2026-12-31' } })[2]?.text;
    expect(text).toContain('אפשר לקבוע תור רק מיום שלישי, 2026-12-01 עד יום חמישי, 2026-12-31.');
    expect(text).not.toContain('ימים קדימה');
    const over = layersOf({ bookingRange: { from: '2026-10-01', until: '2026-10-31' } })[2]?.text;
    expect(over).toContain('כרגע אין תאריכים שאפשר לקבוע בהם תור.');
  });

  test('names the people where there are several, and promises none of them', () => {
    const [dana, noa] = ['דנה', 'נועה'].map((name): Resource => {
      return { id: name, name, capacity: 1, openingHours: null, overrides: [] };
    });
    if (dana === undefined || noa === undefined) throw new Error('two people');
    const told = 'את התורים נותנים: דנה, נועה. השרת בוחר מי מהם פנוי; אל תבטיח תור אצל אחד מסוים.';
    expect(layersOf({ resources: [dana, noa] })[2]?.text).toContain(told);
    expect(layersOf({ resources: [dana] })[2]?.text).not.toContain('דנה');
  });
});

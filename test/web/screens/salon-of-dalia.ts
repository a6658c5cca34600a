import type { Service } from '../support/service-with-console.ts';

/** A salon as an owner would have set it up; the names are made up. */
export interface Salon {
  id: string;
  phoneNumber: string;
  /** Dates of the seven days from the coming Sunday. */
  week: readonly string[];
}

const settings = {
  activeDays: [0, 1, 2, 3, 4, 5],
  startHour: '09:00',
  endHour: '19:00',
  openingHours: {
    '0': [
      ['09:00', '13:00'],
      ['14:00', '19:00'],
    ],
    '1': [['09:00', '19:00']],
    '2': [
      ['09:00', '13:00'],
      ['14:00', '19:00'],
    ],
    '3': [['09:00', '19:00']],
    '4': [['09:00', '20:00']],
    '5': [['08:30', '13:00']],
  },
  slotIntervalMinutes: 30,
  slotSizeMin: 60,
  minNoticeMin: 60,
  bookingWindowDays: 60,
  observeHolidays: true,
};

const prompt = `את נציגת הקבלה של מספרת דליה בכרמיאל. דברי קצר, חם ולעניין.
יש תספורת נשים (45 דקות, 140 ₪), תספורת גברים (80 ₪), צבע (מ־280 ₪) ופן (90 ₪).
על מחיר של החלקה או גוונים אמרי שדליה תחזור עם הצעה.`;

const people = ['שירה', 'אבי'];

const diary: readonly (readonly [day: number, time: string, name: string, phone: string])[] = [
  [0, '09:30', 'רונית שחר', '0521002001'],
  [0, '10:30', 'עדי מזרחי', '0521002002'],
  [0, '11:30', 'גיל אדלר', '0541002003'],
  [0, '15:00', 'טלי ביטון', '0521002004'],
  [0, '16:30', 'אורית נחום', '0531002005'],
  [1, '10:00', 'מאיה כץ', '0541002006'],
  [1, '10:00', 'סיון דהן', '0501002007'],
  [1, '12:00', 'עומר פלד', '0521002008'],
  [1, '17:00', 'הילה גרוס', '0581002009'],
  [2, '09:00', 'ליאור חזן', '0521002010'],
  [2, '11:00', 'קרן אוחיון', '0541002011'],
  [2, '11:30', 'יעל רוזן', '0521002012'],
  [2, '16:00', 'דורון שקד', '0501002013'],
  [3, '09:30', 'אפרת סלע', '0521002014'],
  [3, '13:00', 'תמר גולן', '0531002015'],
  [3, '14:00', 'נטע לביא', '0541002016'],
  [3, '18:00', 'איתי רגב', '0521002017'],
  [4, '10:00', 'ורד אלון', '0521002018'],
  [4, '11:00', 'שני מלכה', '0501002019'],
  [4, '12:30', 'בר יוספי', '0541002020'],
  [4, '17:30', 'גלית עמר', '0521002021'],
  [5, '09:00', 'חן ברגר', '0521002022'],
  [5, '10:00', 'לירון צור', '0541002023'],
  [5, '11:00', 'רותם ניר', '0501002024'],
];

const waiting = [
  { name: 'ענבל כהן', phone: '0521003001' },
  { name: 'מור שלום', phone: '0541003002' },
];

const DAY_MS = 86_400_000;

function comingWeek(): string[] {
  const today = new Date();
  const sunday = today.getTime() + ((7 - today.getUTCDay()) % 7 || 7) * DAY_MS;
  return [0, 1, 2, 3, 4, 5, 6].map((day) => new Date(sunday + day * DAY_MS).toISOString().slice(0, 10));
}

/** Opens the salon: words and hours, three people who cut hair, a week of appointments, who waits, who is told, an owner. */
export async function openSalon({ ask }: Service): Promise<Salon> {
  const made = await ask('POST', '/demo-business');
  const id = String(made['id']);
  const of = `/businesses/${id}`;
  await ask('PATCH', of, { name: 'מספרת דליה', phoneNumber: '+97246110203', aiPrompt: { calls: prompt } });
  await ask('PUT', `${of}/settings`, settings);
  const { items } = (await ask('GET', `${of}/resources`)) as { items: { id: string }[] };
  await ask('PATCH', `/resources/${items[0]?.id ?? ''}`, { name: 'דליה' });
  for (const name of people) await ask('POST', `${of}/resources`, { name });
  const week = comingWeek();
  for (const [day, time, name, phone] of diary) {
    await ask('POST', `${of}/appointments`, { date: week[day], time, name, phone });
  }
  for (const person of waiting) await ask('POST', `${of}/waitlist`, { date: week[5], ...person });
  await ask('POST', `${of}/webhooks`, { url: 'https://crm.example.com/toran', events: ['appointment.created'] });
  await ask('POST', '/users', {
    email: 'dalia@example.com',
    name: 'דליה אזולאי',
    role: 'owner',
    businessId: id,
    password: 'ארבע מילים רק שלי ביחד',
  });
  return { id, phoneNumber: '+97246110203', week };
}

/** Other businesses of the same house. */
export async function openNeighbours({ ask }: Service): Promise<void> {
  await ask('POST', '/businesses', {
    name: 'מוסך כהן ובניו',
    phoneNumber: '+97239990001',
    aiPrompt: { calls: 'אתה נציג השירות של מוסך כהן.' },
  });
  await ask('POST', '/businesses', {
    name: 'מרפאת שיניים ד״ר לביא',
    phoneNumber: '+97239990002',
    aiPrompt: { calls: 'את המזכירה של מרפאת ד״ר לביא.' },
  });
}

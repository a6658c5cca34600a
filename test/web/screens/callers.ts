/** Somebody who rings the salon: what they say, and after which message of the server. */
export interface Caller {
  from: string;
  /** When the call is said to have been, once it is over: the pages show a week, not a minute. */
  daysAgo: number;
  at: string;
  steps: readonly Step[];
}

interface Step {
  after?: string;
  overMs?: number;
  say?: string;
  press?: string;
  hangUp?: true;
}

const bye: Step = { after: 'answer', hangUp: true };

export const callers: readonly Caller[] = [
  {
    from: '+972501234567',
    daysAgo: 1,
    at: '16:42',
    steps: [
      { overMs: 900, say: 'שלום, קוראים לי דנה לוי ואני רוצה תור לתספורת' },
      { after: 'answer', say: 'אפשר ביום שלישי בעשר?' },
      { after: 'answer', say: 'כן, בבקשה תקבעי' },
      { after: 'answer', say: 'כן, תזכורת זה מצוין' },
      bye,
    ],
  },
  {
    from: '+972526667788',
    daysAgo: 1,
    at: '11:05',
    steps: [
      { after: 'greeting', say: 'היי, מדבר יואב ברק, יש תור ביום שישי בשמונה?' },
      { after: 'answer', say: 'אז אולי ביום רביעי באחת עשרה וחצי?' },
      { after: 'answer', say: 'כן, מתאים' },
      { after: 'answer', say: 'לא, תודה' },
      bye,
    ],
  },
  {
    from: '+972543219876',
    daysAgo: 2,
    at: '18:20',
    steps: [
      { after: 'greeting', say: 'שלום, כמה עולה צבע לשיער ארוך?' },
      { after: 'answer', say: 'אני אחשוב על זה ואתקשר שוב' },
      bye,
    ],
  },
  {
    from: '+972507778899',
    daysAgo: 2,
    at: '09:31',
    steps: [
      { after: 'greeting', say: 'שלום, מדברת מיכל אברהם, אפשר ביום ראשון בתשע?' },
      { after: 'answer', say: 'כן, תקבעי לי' },
      { after: 'answer', say: 'כן, תשלחי לי תזכורת' },
      bye,
    ],
  },
  { from: '+972521112222', daysAgo: 3, at: '20:14', steps: [{ after: 'greeting', hangUp: true }] },
  {
    from: '+972545556677',
    daysAgo: 4,
    at: '12:47',
    steps: [
      { after: 'greeting', say: 'היי, קוראים לי נועה פרידמן, אפשר תור ביום חמישי בארבע?' },
      { after: 'answer', say: 'כן, תקבעי' },
      bye,
    ],
  },
];

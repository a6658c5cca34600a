/** Every code a wrong field can carry, and what it says. Programs compare codes; the console has words for each in its languages. */
export const fieldCodes = {
  missing: 'It is needed and was left out.',
  blank: 'It is empty or has nothing but blanks.',
  'wrong-type': 'It is of another JSON type.',
  'wrong-format': 'It is not written as it must be.',
  'unknown-field': 'There is no such field.',
  'none-fits': 'It is none of the shapes that may be sent.',
  'not-offered': 'It is none of the values that may be chosen.',
  'not-whole': 'It is not a whole number.',
  'too-small': 'The number is below `minimum`.',
  'too-large': 'The number is above `maximum`.',
  'too-short': 'The text has fewer than `minimum` characters.',
  'too-long': 'The text has more than `maximum` characters.',
  'too-few': 'The list has fewer than `minimum` entries.',
  'too-many': 'The list has more than `maximum` entries.',
  repeated: 'The list names the same more than once.',
  unstorable: 'The text has NUL characters or broken surrogate pairs.',
  'not-an-id': 'It is no id.',
  'not-an-email': 'It is no e-mail address.',
  'not-a-date': 'It is no date of our times.',
  'not-a-time': 'It is no time of day.',
  'not-a-time-zone': 'It is no time zone of the IANA list.',
  'not-a-phone-number': 'It is no phone number.',
  'not-a-public-address': 'It is no https address that is reached from the open internet.',
  'ends-before-it-starts': 'It does not end after it starts.',
  overlapping: 'The ranges of one day overlap.',
  'closed-with-ranges': 'The date is closed and has ranges.',
  'closed-nor-ranges': 'The date is neither closed nor has ranges.',
  'move-or-cancel': 'Both a new time and `cancelled`, or neither.',
  'outside-booking-window': 'The date cannot be booked: it is past or too far ahead.',
  'too-long-a-span': 'The days are too far apart or in the wrong order.',
  'owner-has-one-business': 'An owner has exactly one business, an operator none.',
  'wrong-password': 'It is not the password of now.',
  'same-password': 'It is the password of now.',
  'too-common': 'Many people use this password.',
  taken: 'Another one has it.',
  'not-there': 'There is nothing with this id or name.',
  wrong: 'It is wrong in another way; the message says how.',
} as const;

export type FieldCode = keyof typeof fieldCodes;

/** How a rule of a schema refuses: its code, a sentence on how to mend it, and the field where it is not the whole value. */
export function refusedAs(code: FieldCode, error: string, path?: string[]) {
  return { error, params: { code }, ...(path === undefined ? {} : { path }) };
}

import { parsePhoneNumberFromString } from 'libphonenumber-js';

/* 05X + 7, 07X + 7, 0[23489] + 7. The library's own full metadata refuses numbers that exist (reference/scheduling.md §6). */
const israeliNumber = /^(5\d{8}|7\d{8}|[23489]\d{7})$/;

const directionMarks = /\p{Cf}/gu;

/** A phone number as people say, type or press it, as E.164 (`+972501234567`); null where it cannot be one. Home is Israel. */
export function normalizePhone(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text.replace(directionMarks, ''), { defaultCountry: 'IL', extract: false });
  if (parsed === undefined) return null;
  if (parsed.countryCallingCode !== '972') return parsed.isValid() ? parsed.number : null;
  return israeliNumber.test(parsed.nationalNumber) ? parsed.number : null;
}

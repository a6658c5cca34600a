import { falseClaim, mayClaim } from './claims.ts';
import type { BookedTime } from './claims.ts';

/** Reads one answer as its words arrive. */
export interface ClaimsWatch {
  /** The first words of a false claim once they are there, else null. */
  hears(words: string): string | null;
}

/** `booked` is asked anew at every suspicious word: an appointment may be committed while the answer is being made. */
export function watchClaims(booked: () => readonly BookedTime[]): ClaimsWatch {
  let text = '';
  return {
    hears(words) {
      const from = text.lastIndexOf(' ') + 1;
      text += words;
      return mayClaim(text.slice(from)) || mayClaim(lastWords(text)) ? falseClaim(text, booked()) : null;
    },
  };
}

/** Enough of the end of the text for a claim whose first part came earlier. */
const lastWords = (text: string): string => text.slice(-60);

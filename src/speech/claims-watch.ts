import { falseClaim, mayClaim } from './claims.ts';
import type { Truth } from './claims.ts';

/** Reads one answer as its words arrive. */
export interface ClaimsWatch {
  /** The first words of a false claim once they are there, else null. */
  hears(words: string): string | null;
}

/**
 * Words that claim nothing cost one look each; from the first suspicious one on, the whole answer is read at every new
 * word. `truth` is asked anew each time: an appointment may be committed while the answer is being made.
 */
export function watchClaims(truth: () => Truth): ClaimsWatch {
  let text = '';
  let mood: 'calm' | 'suspicious' = 'calm';
  return {
    hears(words) {
      const lastWordAt = text.lastIndexOf(' ') + 1;
      text += words;
      if (mood === 'calm' && mayClaim(text.slice(lastWordAt))) mood = 'suspicious';
      return mood === 'calm' ? null : falseClaim(text, truth(), 'soFar');
    },
  };
}

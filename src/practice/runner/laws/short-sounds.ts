import type { ObservedLaw } from '../played-call.ts';

const SHORTEST_SPEECH_MS = 400;

/** L6: speech of less than 400 ms does not go to the parser. */
export const shortSounds: ObservedLaw = {
  law: 'L6',
  name: 'short sounds make no turn',
  needs: 'bothEnds',
  faults({ record }) {
    const short = record
      .phoneNews('caller.ends')
      .filter((news) => news.voiceMs < SHORTEST_SPEECH_MS && news.text !== '');
    const long = record.phoneNews('caller.ends').filter((news) => news.voiceMs >= SHORTEST_SPEECH_MS);
    return record
      .modelNews('parser.asked')
      .filter((asked) => short.some((news) => news.text === asked.text))
      .filter((asked) => !long.some((news) => news.text === asked.text))
      .map((asked) => `the parser was asked about a sound: «${asked.text}»`);
  },
};

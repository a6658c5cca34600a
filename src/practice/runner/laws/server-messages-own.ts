import type { ObservedLaw } from '../played-call.ts';

/** L10: only system items carry server messages; a caller who says one changes nothing. */
export const serverMessagesOwn: ObservedLaw = {
  law: 'L10',
  name: "server messages are the server's",
  needs: 'bothEnds',
  faults({ record }) {
    const messages = record.modelNews('server.message');
    const foreign = messages.filter((news) => news.role !== 'system').map((news) => `role ${news.role}: ${news.text}`);
    const spoken = record.phoneNews('caller.ends').map((news) => news.text);
    const echoed = messages
      .filter((news) => spoken.includes(news.text))
      .map((news) => `the caller's words: ${news.text}`);
    return [...foreign, ...echoed];
  },
};

import type { ObservedLaw } from '../played-call.ts';

/** L1: at most one response of the model is live. */
export const oneVoice: ObservedLaw = {
  law: 'L1',
  name: 'one voice at a time',
  needs: 'bothEnds',
  faults({ record }) {
    const refused = record
      .modelNews('client.refused')
      .filter((news) => news.code === 'conversation_already_has_active_response')
      .map((news) => `a second response.create while one ran: ${news.message}`);
    const live = new Set<number>();
    const overlapping: string[] = [];
    for (const news of record.model) {
      if (news.kind === 'response.created') {
        if (live.size > 0) overlapping.push(`response ${news.speech} was created while another ran`);
        live.add(news.speech);
      }
      if (news.kind === 'response.done') live.delete(news.speech);
      if (news.kind === 'session.closed') live.clear();
    }
    return [...refused, ...overlapping];
  },
};

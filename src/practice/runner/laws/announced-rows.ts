import type { ObservedLaw } from '../played-call.ts';

/** L8: `appointment_created` is sent only when the row is there for everybody to see. */
export const announcedRows: ObservedLaw = {
  law: 'L8',
  name: 'announced appointments exist',
  needs: 'bothEnds',
  faults: ({ unbacked }) => [...unbacked],
};

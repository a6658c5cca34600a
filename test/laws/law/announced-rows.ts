import type { Law } from '../closed-model/explore.ts';
import { requests } from '../closed-model/world.ts';

/** L8: `appointment_created` is said of a row that was written, and of no other. */
export const announcedRows: Law = {
  name: 'L8 no announcement without a row',
  step({ commands, heard }) {
    const notice = requests(commands)[0]?.notice;
    if (notice?.kind !== 'appointment_created') return null;
    return heard.witness.rows.includes(notice.appointmentId) ? null : 'an appointment is announced that nobody wrote';
  },
};

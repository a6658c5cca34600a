import type { Law } from '../closed-model/explore.ts';
import { requests } from '../closed-model/world.ts';

/** L8: `appointment_created`, `…_moved` and `…_cancelled` are said of what was written, moved or cancelled, and of nothing else. */
export const announcedRows: Law = {
  name: 'L8 no announcement without a row',
  step({ commands, heard }) {
    const notice = requests(commands)[0]?.notice;
    const { rows, moved, gone } = heard.witness;
    switch (notice?.kind) {
      case 'appointment_created':
        return rows.includes(notice.appointmentId) ? null : 'an appointment is announced that nobody wrote';
      case 'appointment_moved':
        return moved.includes(notice.appointmentId) ? null : 'a move is announced that nobody made';
      case 'appointment_cancelled':
        return gone.includes(notice.appointmentId) ? null : 'a cancellation is announced that nobody made';
      default:
        return null;
    }
  },
};

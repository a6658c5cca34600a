import type { Law, Step } from '../closed-model/explore.ts';
import { sameSlot } from '../closed-model/world.ts';

/**
 * L12: an appointment is cancelled only after a yes to the very one that was named, moved only to the slot that is held and agreed
 * to; and who wants a move never gets a second appointment instead. None of it over the caller's words.
 */
export const agreedChanges: Law = {
  name: 'L12 changes are agreed to',
  step: (step) => cancelledUnasked(step) ?? movedUnasked(step) ?? bookedInstead(step),
};

function cancelledUnasked({ commands, heard }: Step): string | null {
  const [cancel, ...more] = commands.filter((command) => command.type === 'cmd.cancelAppointment');
  if (!cancel) return null;
  if (more.length > 0) return 'two appointments are cancelled at once';
  if (!sameSlot(heard.witness.givenUp, cancel.appointment.slot))
    return 'an appointment is cancelled without a yes to that one';
  return heard.speaking ? 'an appointment is cancelled while the caller speaks' : null;
}

function movedUnasked({ commands, heard }: Step): string | null {
  const [move, ...more] = commands.filter((command) => command.type === 'cmd.moveAppointment');
  if (!move) return null;
  if (more.length > 0) return 'an appointment is moved twice at once';
  if (move.appointment.id === '') return 'nothing is moved';
  if (!sameSlot(heard.witness.consent, move.slot)) return 'an appointment is moved without a yes to that slot';
  if (!sameSlot(heard.witness.held, move.slot)) return 'an appointment is moved to a slot that is not held';
  return heard.speaking ? 'an appointment is moved while the caller speaks' : null;
}

function bookedInstead({ commands, heard }: Step): string | null {
  const books = commands.some(({ type }) => type === 'cmd.createAppointment');
  return books && heard.witness.wants === 'move' ? 'who wants a move gets a second appointment' : null;
}

import type { Law } from '../closed-model/explore.ts';
import { sameSlot } from '../closed-model/world.ts';

/**
 * L12: a row is asked for once per yes, only for the slot that is held and was agreed to, and never over the
 * caller's words. A write the call gave up on may be tried again: the database knows its key.
 */
export const exactlyOnce: Law = {
  name: 'L12 exactly once',
  step({ commands, heard, before, after, happening }) {
    if (happening.type === 'booking.created' && !before.hasTag('over') && after.context.written.appointment === null)
      return 'a row was written and the call does not know it';
    const creates = commands.filter((command) => command.type === 'cmd.createAppointment');
    const [create] = creates;
    if (!create) return null;
    const { slot, name, phone } = create;
    if (creates.length > 1) return 'two rows are asked for at once';
    if (heard.desk.some((one) => one.kind === 'create' && one.awaited === 'yes' && sameSlot(one.slot, slot)))
      return 'a row is asked for while the same one is being written';
    if (!sameSlot(heard.witness.consent, slot)) return 'a row is asked for without a yes to that slot';
    if (!sameSlot(heard.witness.held, slot)) return 'a row is asked for a slot that is not held';
    if (name === '' || phone === '') return 'a row is asked for without name or number';
    if (heard.speaking) return 'a row is asked for while the caller speaks';
    return after.matches({ inCall: { silenceGate: 'transcribing' } })
      ? 'a row is asked for before the words were read'
      : null;
  },
};

import type { CallCommand } from '../../machines/vocabulary.ts';
import type { CallTools } from './call-tools.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { createAppointment } from './create-appointment.ts';
import { findAppointments } from './find-appointments.ts';
import { holdAskedSlot } from './hold-asked-slot.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { moveAppointment } from './move-appointment.ts';
import { parseUtterance } from './parse-utterance.ts';
import { releaseCallHold } from './release-call-hold.ts';
import { remindLater } from './remind-later.ts';
import { replayHistory } from './replay-history.ts';
import { requestResponse } from './request-response.ts';
import { saveSession } from './save-session.ts';
import { truncateHeard } from './truncate-heard.ts';

/** Does what the machine asked for. Results that take time come back as facts; a fault comes back as a failed fact. */
export function perform(command: CallCommand, tools: CallTools): void {
  switch (command.type) {
    case 'cmd.connectModel':
      return tools.model.connect();
    case 'cmd.replayHistory':
      return replayHistory(command, tools);
    case 'cmd.dropModel':
      return tools.model.drop();
    case 'cmd.closeModel':
      return tools.model.close();
    case 'cmd.requestResponse':
      return requestResponse(command, tools);
    case 'cmd.cancelResponse':
      return tools.model.send({ type: 'response.cancel', response_id: command.responseId });
    case 'cmd.openPlayback':
      return tools.speech.open(command.responseId);
    case 'cmd.clearPlayback':
      return tools.speech.cut();
    case 'cmd.truncateHeard':
      return truncateHeard(tools);
    case 'cmd.forgetUtterance':
      return tools.model.send({ type: 'conversation.item.delete', item_id: command.itemId });
    case 'cmd.parseUtterance':
      return parseUtterance(command, tools);
    case 'cmd.findAppointments':
      return findAppointments(command, tools);
    case 'cmd.holdSlot':
      return holdAskedSlot(command, tools);
    case 'cmd.releaseHold':
      return releaseCallHold(tools);
    case 'cmd.createAppointment':
      return createAppointment(command, tools);
    case 'cmd.moveAppointment':
      return moveAppointment(command, tools);
    case 'cmd.cancelAppointment':
      return cancelAppointment(command, tools);
    case 'cmd.joinWaitlist':
      return joinWaitlist(command, tools);
    case 'cmd.scheduleReminder':
      return remindLater(command, tools);
    case 'cmd.saveSession':
      return saveSession(command, tools);
    case 'cmd.hangUp':
      return tools.speech.hangUp();
  }
}

/** What a call wrote to the diary last. `at` is the start the appointment got or had, ISO. */
export interface CallChange {
  kind: 'appointment_created' | 'appointment_moved' | 'appointment_cancelled';
  appointmentId: string;
  at: string;
}

/** What a call is about to do with an appointment that stands; `appointmentId` is null until it is known which. */
export interface CallErrand {
  kind: 'move' | 'cancel';
  appointmentId: string | null;
}

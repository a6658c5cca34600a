/** Why a time cannot be booked, as the service says it (contract §5). */
export const refusalReasons = [
  'taken',
  'closed_day',
  'outside_hours',
  'off_grid',
  'too_soon',
  'too_far',
  'past',
  'bad_time',
] as const;

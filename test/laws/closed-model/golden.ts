/**
 * States and steps of each world. A change of the machine changes them: look at the difference, then write it down here.
 * Last: a quarter more, since the machine remembers words that wait for an answer while somebody coughs, and an answer may break off.
 */
export const golden: Readonly<Record<string, readonly [states: number, steps: number]>> = {
  sounds: [1371, 8433],
  'barge-in': [1646, 7347],
  'model faults': [398, 914],
  'model faults, barge-in': [2648, 8024],
  'dead model': [1639, 4628],
  phone: [1996, 6431],
  parser: [1194, 4167],
  booking: [353, 813],
  'another slot': [957, 1935],
  questions: [935, 2731],
  keypad: [1686, 3495],
  'booking, barge-in': [1781, 6227],
  'booking, late words': [1199, 3425],
  hear: [71, 125],
  cancel: [289, 620],
  move: [1288, 3291],
  waitlist: [176, 421],
  'failing desk': [2515, 5902],
  'booking, lost sockets': [1795, 5662],
  'taken over, move offered': [1665, 4041],
  'taken over, move wanted': [1287, 3158],
  'taken over, untold': [1341, 3448],
};

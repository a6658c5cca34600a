/** States and steps of each world. A change of the machine changes them: look at the difference, then write it down here. */
export const golden: Readonly<Record<string, readonly [states: number, steps: number]>> = {
  sounds: [2993, 16267],
  'barge-in': [2263, 8695],
  'model faults': [518, 980],
  'model faults, barge-in': [5402, 16224],
  'dead model': [2607, 5940],
  phone: [4398, 13450],
  parser: [2156, 7390],
  booking: [425, 925],
  'another slot': [863, 1727],
  questions: [2159, 5965],
  keypad: [1562, 3290],
  'booking, barge-in': [3590, 12508],
  'booking, late words': [1232, 3382],
  'failing desk': [3025, 6579],
  'booking, lost sockets': [2833, 6386],
};

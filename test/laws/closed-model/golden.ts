/** States and steps of each world. A change of the machine changes them: look at the difference, then write it down here. */
export const golden: Readonly<Record<string, readonly [states: number, steps: number]>> = {
  sounds: [2993, 16267],
  'barge-in': [2047, 7990],
  'model faults': [453, 846],
  'model faults, barge-in': [5049, 15472],
  'dead model': [2100, 4682],
  phone: [3956, 12268],
  parser: [2156, 7390],
  booking: [425, 925],
  'another slot': [5661, 14395],
  questions: [2264, 6241],
  keypad: [1666, 3535],
  'booking, barge-in': [3590, 12508],
  'booking, late words': [1232, 3382],
  'failing desk': [2914, 6381],
  'booking, lost sockets': [2878, 6386],
};

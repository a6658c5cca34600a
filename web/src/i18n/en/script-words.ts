/** The scripts of src/practice/scripts, by name: title and what happens. */
export const scriptWords: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'bad-weather': ['Bad weather', 'Everything is late and out of order; the appointment is made once all the same.'],
  'barge-in': ['Barge-in', 'The caller cuts Toran short in the middle of a sentence, and it falls silent at once.'],
  'change-of-mind': [
    'Change of mind',
    'The caller corrects the day after the offer; only the corrected slot is booked.',
  ],
  demo: ['Demo', 'The caller cuts the greeting short, asks for a slot and agrees.'],
  'everything-in-one-sentence': ['Everything at once', 'Name, day and hour come together and are not asked for again.'],
  'keypad-no-name': ['Number by keypad', 'The number is withheld: the phone is typed on the keypad.'],
  'lying-model': ['A lying model', 'The model claims a booking that does not exist, and nobody hears it.'],
  'model-drops': ['The model drops', 'The connection to the model falls in mid-call, and the call goes on.'],
  'mute-and-failing-model': ['A mute model', 'The model is mute or fails; the caller gets an answer all the same.'],
  noise: ['Noise', 'Short noises are no turn of the caller.'],
  'parser-hangs': ['The parser hangs', 'Understanding is late, and the caller is not left hanging.'],
  'plain-booking': ['Plain booking', 'The caller says a name, asks for a free slot and agrees.'],
  silence: ['Silence', 'The caller says nothing; one line is said, once.'],
  'spoken-server-message': [
    'A server message from the caller',
    'A caller who reads out a server message changes nothing.',
  ],
  'taken-then-alternative': ['Taken, then another', 'The wanted time is taken; the caller picks one of those offered.'],
  'unheard-turn': ['Unheard', 'A transcript never comes; the caller is asked again.'],
  'cancel-own-appointment': [
    'Cancel one of two',
    'The caller has two appointments and cancels one; only a yes to the named one cancels it.',
  ],
  'hear-own-appointment': [
    'When is my appointment',
    'A known caller asks; the appointment is found by the number of the call.',
  ],
  'move-own-appointment': [
    'Move an appointment',
    'The new time is held first, and in the end there is one appointment.',
  ],
  'somebody-elses-appointment': [
    'Somebody else’s appointment',
    'A stranger asks for another person’s appointment and is told nothing.',
  ],
  'waitlist-of-a-full-day': ['Waitlist', 'The wanted day is full; the caller is put on its waitlist.'],
};

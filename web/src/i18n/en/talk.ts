export const talk = {
  talk: {
    title: 'Test call',
    text: 'Talk to Toran before your customers do.',
    business: 'Business to call',
    draft: 'Try the draft',
    draftText: 'The call obeys the draft, which is not published. Real callers notice nothing.',
    noBusiness: 'There is nobody to call yet',
    noBusinessText: 'A sample salon is ready in a moment.',
  },
  practice: {
    title: 'A scripted caller',
    text: 'Choose a script, press, and watch. No microphone and no key needed.',
    script: 'Script',
    start: 'Start the call',
  },
  microphone: {
    title: 'With your microphone',
    text: 'Like a real telephone: the same wire, the same sound. Without an OpenAI key the practice model answers, and it does not understand real speech.',
    ring: 'Call',
    hangUp: 'Hang up',
    talking: 'You are on the line.',
    ended: 'The call is over.',
    watch: 'Watch the call',
    loudness: 'How loud you are',
    keypad: 'Telephone keys',
    notAllowed: 'The browser did not give the microphone. Allow it in the address bar and try again.',
  },
};

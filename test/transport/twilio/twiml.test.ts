import * as twiml from '../../../src/transport/twilio/twiml.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const say = (line: string): string => `<Say language="he-IL" voice="Google.he-IL-Wavenet-A">${line}</Say>`;

describe('the TwiML documents', () => {
  test('connect a call to our stream exactly as the contract says', () => {
    expect(twiml.connectTwiml({ publicUrl: 'https://x.test', token: 'a&b' })).toBe(
      `${head}<Response><Connect action="https://x.test/twilio/after-stream"><Stream url="wss://x.test/twilio/media">` +
        '<Parameter name="token" value="a&amp;b"/></Stream></Connect>' +
        '<Redirect method="POST">https://x.test/twilio/voice?resume=1</Redirect></Response>',
    );
  });

  test('give a plain socket address for a plain origin', () => {
    const document = twiml.connectTwiml({ publicUrl: 'http://127.0.0.1:3000', token: 't' });
    expect(document).toContain('<Stream url="ws://127.0.0.1:3000/twilio/media">');
  });

  test('hang up without a word', () => {
    expect(twiml.hangUpTwiml()).toBe(`${head}<Response><Hangup/></Response>`);
  });

  test('speak Hebrew before hanging up on an unknown number, a full house and a fault', () => {
    const documents = [twiml.unknownNumberTwiml(), twiml.busyTwiml(), twiml.apologyTwiml()];
    const lines = [
      'שלום, המספר שחייגתם אינו פעיל במערכת. תודה ולהתראות.',
      'שלום, כל הקווים שלנו תפוסים כרגע. אנא נסו שוב בעוד כמה דקות. תודה.',
      'אנחנו מתנצלים, יש לנו תקלה זמנית ואי אפשר להמשיך בשיחה כרגע. אנא נסו שוב מאוחר יותר.',
    ];
    expect(documents).toEqual(lines.map((line) => `${head}<Response>${say(line)}<Hangup/></Response>`));
  });

  test('connect to the business itself where it has a fallback number', () => {
    expect(twiml.apologyTwiml('+97235551234')).toBe(
      `${head}<Response>${say('אנחנו מתנצלים, יש לנו תקלה זמנית. השיחה מועברת כעת לבית העסק.')}` +
        '<Dial timeout="30" answerOnBridge="true">+97235551234</Dial><Hangup/></Response>',
    );
  });
});

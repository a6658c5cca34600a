import { useEffect, useRef, useState } from 'react';
import { askForTestCall } from '../../api/practice.ts';
import { ringUp } from './phone/browser-phone.ts';
import type { BrowserPhone } from './phone/browser-phone.ts';

export type BrowserCall =
  | { stage: 'idle' }
  | { stage: 'ringing' }
  | { stage: 'talking'; callSid: string }
  | { stage: 'ended'; callSid: string }
  | { stage: 'failed'; error: unknown };

/** A test call from this browser. Leaving the page hangs up. */
export function useBrowserCall() {
  const [call, setCall] = useState<BrowserCall>({ stage: 'idle' });
  const [loudness, setLoudness] = useState(0);
  const phone = useRef<BrowserPhone | null>(null);
  useEffect(() => () => phone.current?.hangUp(), []);

  const ring = async (businessId: string, draft: boolean): Promise<void> => {
    setCall({ stage: 'ringing' });
    try {
      const given = await askForTestCall(businessId, draft);
      const { callSid } = given;
      phone.current = await ringUp(given, {
        connected: () => setCall({ stage: 'talking', callSid }),
        ended: () => setCall({ stage: 'ended', callSid }),
        loudness: setLoudness,
      });
    } catch (error) {
      setCall({ stage: 'failed', error });
    }
  };

  return {
    call,
    loudness,
    ring: (businessId: string, draft: boolean) => void ring(businessId, draft),
    press: (digit: string) => phone.current?.press(digit),
    hangUp: () => phone.current?.hangUp(),
  };
}

import { useEffect, useRef, useState } from 'react';
import { askForTestCall } from '../../api/practice.ts';
import { ringUp } from './phone/browser-phone.ts';
import type { BrowserPhone } from './phone/browser-phone.ts';

export type BrowserCall =
  | { stage: 'idle' }
  | { stage: 'ringing' }
  | { stage: 'talking'; phone: BrowserPhone }
  | { stage: 'ended'; callSid: string }
  | { stage: 'failed'; error: unknown };

/** A test call from this browser. Leaving the page hangs up, however far the call has come. */
export function useBrowserCall() {
  const [call, setCall] = useState<BrowserCall>({ stage: 'idle' });
  const [loudness, setLoudness] = useState(0);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const ring = async (businessId: string, draft: boolean): Promise<void> => {
    const line = new AbortController();
    current.current = line;
    setCall({ stage: 'ringing' });
    try {
      const phone = await ringUp({ askForCall: () => askForTestCall(businessId, draft), line, loudness: setLoudness });
      line.signal.addEventListener('abort', () => setCall({ stage: 'ended', callSid: phone.callSid }));
      setCall({ stage: 'talking', phone });
    } catch (error) {
      setCall({ stage: 'failed', error });
    }
  };

  return {
    call,
    loudness,
    ring: (businessId: string, draft: boolean) => void ring(businessId, draft),
    hangUp: () => current.current?.abort(),
  };
}

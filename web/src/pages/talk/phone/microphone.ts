import { atTheEndOf } from './at-the-end-of.ts';
import { LineFault } from './line-fault.ts';
import type { LineFaultKind } from './line-fault.ts';

/** Names of what `getUserMedia` throws (W3C Media Capture and Streams, 10.3.1). */
const kinds: Readonly<Record<string, LineFaultKind>> = {
  NotAllowedError: 'notAllowed',
  SecurityError: 'notAllowed',
  NotFoundError: 'noMicrophone',
  OverconstrainedError: 'noMicrophone',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
};

function faultOf(error: unknown): unknown {
  const kind = error instanceof DOMException ? kinds[error.name] : undefined;
  return kind === undefined ? error : new LineFault(kind, { cause: error });
}

/**
 * The microphone, once the reader has allowed it, which may take minutes. It is off when the line ends. Pages without https
 * (but for this very computer) have none.
 */
export async function openMicrophone(line: AbortSignal): Promise<MediaStream> {
  if (!window.isSecureContext) throw new LineFault('notSecure');
  const microphone = await navigator.mediaDevices
    .getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } })
    .catch((error: unknown) => {
      throw faultOf(error);
    });
  atTheEndOf(line, () => microphone.getTracks().forEach((track) => track.stop()));
  line.throwIfAborted();
  return microphone;
}

/** Why a call from the browser cannot be: of the microphone, or the line was closed before anybody could speak. */
export type LineFaultKind = 'notSecure' | 'noMicrophone' | 'notAllowed' | 'inUse' | 'noLine';

export class LineFault extends Error {
  readonly kind: LineFaultKind;

  constructor(kind: LineFaultKind, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
  }
}

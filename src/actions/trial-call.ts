/** A call that no phone rang for: a person tries the receptionist in the browser, or a script does. */
export interface TrialCall {
  kind: 'test' | 'practice';
  /** `draft`: it is held by the draft of the business's prompt and settings. */
  on: 'published' | 'draft';
}

const TRIAL_CALL_SID = /^CA(test|practice)-(draft-)?[0-9a-f-]{36}$/;

/** A CallSid that says what it is of; Twilio's are CA and hexadecimal digits, so they never look like this. */
export function trialCallSid({ kind, on }: TrialCall, uuid: string): string {
  return `CA${kind}-${on === 'draft' ? 'draft-' : ''}${uuid}`;
}

/** What a CallSid says; null for a call of the telephone network. */
export function trialOf(callSid: string): TrialCall | null {
  const [, kind, draft] = TRIAL_CALL_SID.exec(callSid) ?? [];
  if (kind !== 'test' && kind !== 'practice') return null;
  return { kind, on: draft === undefined ? 'published' : 'draft' };
}

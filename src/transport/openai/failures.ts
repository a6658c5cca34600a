/** What an `error` event of the realtime model means for the call (protocols.md §1.7). */
export type ModelError = 'benign' | 'responseRefused' | 'fatal' | 'sessionOver' | 'unknown';

const BENIGN = new Set([
  'response_cancel_not_active',
  'input_audio_buffer_commit_empty',
  'item_truncate_invalid_item_id',
  'item_delete_invalid_item_id',
  'invalid_value',
]);
const FATAL = new Set([
  'insufficient_quota',
  'invalid_api_key',
  'account_deactivated',
  'billing_hard_limit_reached',
  'model_not_found',
  'invalid_model',
  'beta_api_shape_disabled',
]);

export function meaningOf(code: string | null | undefined): ModelError {
  if (!code) return 'unknown';
  if (code === 'conversation_already_has_active_response') return 'responseRefused';
  if (code === 'session_expired') return 'sessionOver';
  if (FATAL.has(code)) return 'fatal';
  return BENIGN.has(code) ? 'benign' : 'unknown';
}

/** Whether a closed socket can be opened again: not after a wrong key or a model that does not exist. */
export function isFatalClose(code: number, reason: string): boolean {
  if (code === 3000) return true;
  return code === 4000 && FATAL.has(reason.split('.').at(-1) ?? '');
}

/** Whether a refused upgrade can be tried again. */
export const isFatalStatus = (status: number | undefined): boolean =>
  status === 401 || status === 403 || status === 404;

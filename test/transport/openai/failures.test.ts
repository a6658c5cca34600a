import { isFatalClose, isFatalStatus, meaningOf } from '../../../src/transport/openai/failures.ts';

test.each([
  ['response_cancel_not_active', 'benign'],
  ['input_audio_buffer_commit_empty', 'benign'],
  ['item_truncate_invalid_item_id', 'benign'],
  ['item_delete_invalid_item_id', 'benign'],
  ['invalid_value', 'benign'],
  ['conversation_already_has_active_response', 'responseRefused'],
  ['session_expired', 'sessionOver'],
  ['insufficient_quota', 'fatal'],
  ['invalid_api_key', 'fatal'],
  ['account_deactivated', 'fatal'],
  ['billing_hard_limit_reached', 'fatal'],
  ['model_not_found', 'fatal'],
  ['invalid_model', 'fatal'],
  ['beta_api_shape_disabled', 'fatal'],
  ['rate_limit_exceeded', 'unknown'],
  ['constructor', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
] as const)('the error %s is %s', (code, meaning) => {
  expect(meaningOf(code)).toBe(meaning);
});

test.each([
  [3000, 'invalid_request_error.invalid_api_key'],
  [3000, ''],
  [4000, 'invalid_request_error.beta_api_shape_disabled'],
  [4000, 'invalid_request_error.invalid_model'],
  [4000, 'insufficient_quota'],
])('a socket closed %d %s is not opened again', (code, reason) => {
  expect(isFatalClose(code, reason)).toBe(true);
});

test.each([
  [1000, ''],
  [1001, 'Your session hit the maximum duration of 60 minutes.'],
  [1006, ''],
  [1011, 'invalid_request_error.invalid_api_key'],
  [4000, 'server_error.internal'],
  [4000, ''],
])('after %d %s another try is worth it', (code, reason) => {
  expect(isFatalClose(code, reason)).toBe(false);
});

test('a refused upgrade is final for a wrong key or model, and no other', () => {
  const statuses = [401, 403, 404, 408, 429, 500, 502, 503, undefined];
  expect(statuses.filter(isFatalStatus)).toEqual([401, 403, 404]);
});

import { commonPasswords, isCommonPassword } from '../../../src/api/sessions/common-passwords.ts';

test('far more than 3,000 common passwords fit our rule, each in the form that is looked up', () => {
  const all = [...commonPasswords()];
  expect(all.length).toBeGreaterThan(10_000);
  expect(all.filter((password) => password.length < 12 || password !== password.trim().toLowerCase())).toEqual([]);
});

test.each(['123456789012', 'passwordpassword', 'PasswordPassword', ' qwertyuiop123', '1qaz2wsx3edc'])(
  '%j is common',
  (password) => {
    expect(isCommonPassword(password)).toBe(true);
  },
);

test.each(['three words nobody knows', 'ארבע מילים רק שלי ביחד', 'passwordpassword of mine'])(
  '%j is not',
  (password) => {
    expect(isCommonPassword(password)).toBe(false);
  },
);

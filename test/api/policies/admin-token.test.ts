import { adminTokenOf, opensWith } from '../../../src/api/policies/admin-token.ts';

const token = adminTokenOf('a-long-and-secret-token');

describe('the admin token', () => {
  test('is kept as its hash only', () => {
    expect(token.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(token)).not.toContain('secret');
  });

  test.each(['Bearer a-long-and-secret-token', 'bearer a-long-and-secret-token', 'Bearer  a-long-and-secret-token '])(
    'opens with «%s»',
    (header) => expect(opensWith(token, header)).toBe(true),
  );

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer a-long-and-secret-toke',
    'Bearer a-long-and-secret-token2',
    'Bearer a-long-and-secret-token a-long-and-secret-token',
    'Basic a-long-and-secret-token',
    'a-long-and-secret-token',
    `Bearer ${token.sha256}`,
  ])('stays shut for «%s»', (header) => expect(opensWith(token, header)).toBe(false));

  test('stays shut for an empty token against the hash of nothing', () => {
    expect(opensWith(adminTokenOf(''), 'Bearer ')).toBe(false);
    expect(opensWith({ sha256: '' }, 'Bearer x')).toBe(false);
  });
});

import { checkPublicAddress } from '../../../src/cli/checks/public-address.ts';

describe('the public address', () => {
  test.each([
    ['http://127.0.0.1:3000', 'fix'],
    ['http://0.0.0.0:3000', 'fix'],
    ['https://localhost', 'fix'],
    ['http://calls.example.com', 'fix'],
    ['https://calls.example.com', 'ok'],
  ] as const)('%s: %s', (publicUrl, kind) => {
    expect(checkPublicAddress({ publicUrl, host: '127.0.0.1' }).map((finding) => finding.kind)).toMatchObject([kind]);
  });
});

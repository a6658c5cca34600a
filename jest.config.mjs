export default {
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: '100%',
  // A worker whose work is done lets go of its heap for longer than jest's half second; one that truly holds on to something is still named.
  workerGracefulExitTimeout: 10_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/every-call-replays.ts'],
  // Minutes each, so commands of their own: `npm run survival` kills nodes, `npm run e2e` drives a browser.
  testPathIgnorePatterns: [
    ...(process.env.TORAN_LONG_TESTS === '1' ? [] : ['/test/chaos/', '/test/web/console.test.ts']),
    ...(process.env.TORAN_TESTS_LEFT_OUT ? [process.env.TORAN_TESTS_LEFT_OUT] : []),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

export default {
  testEnvironment: 'node',
  testTimeout: 60_000,
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Killing nodes takes minutes: `npm run survival`.
  testPathIgnorePatterns: process.env.TORAN_SURVIVAL === '1' ? [] : ['/test/chaos/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

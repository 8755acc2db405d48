/** @type {import('jest').Config} */
module.exports = {
  // One more than the machine's two cores: the tests of the pages mostly wait.
  maxWorkers: 3,
  testTimeout: 30_000,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transformer.cjs' },
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  globalSetup: '<rootDir>/test/support/before-all.ts',
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // Contexts of scripts that have run are held on to by a worker: a new one is faster than a full one.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transformer.cjs' },
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  globalSetup: '<rootDir>/test/support/before-all.ts',
};

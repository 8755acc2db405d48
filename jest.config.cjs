const common = {
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  moduleNameMapper: { '^playwright-core$': '<rootDir>/test/support/playwright.cjs' },
  transform: { '\\.ts$': '<rootDir>/test/support/esbuild-transformer.cjs' },
};

/** What is played once more with clients and rewards in a database. */
const OVER_DATABASE = [
  'providers/{death,stories}',
  'reliability/{crowds,death,disorder,forgetting,pairs,pairs-others}',
  'rewards/{death,two-at-once}',
];

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // Contexts of scripts that have run are held on to by a worker: a new one is faster than a full one.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  globalSetup: '<rootDir>/test/support/before-all.ts',
  globalTeardown: '<rootDir>/test/support/after-all.ts',
  projects: [
    {
      ...common,
      displayName: 'sheet',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.page\\.test\\.ts$'],
    },
    // Clicked through in Chromium.
    { ...common, displayName: 'pages', testMatch: ['<rootDir>/test/**/*.page.test.ts'] },
    {
      ...common,
      displayName: 'database',
      globals: { BASE: 'database' },
      testMatch: OVER_DATABASE.map((files) => `<rootDir>/test/${files}.test.ts`),
    },
  ],
};

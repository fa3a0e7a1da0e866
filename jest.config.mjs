// ESM-only packages that Jest's CommonJS runtime has to see compiled.
const esmPackages = [
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'better-auth',
  'better-call',
  '@better-auth',
  '@better-fetch',
  '@noble',
  'defu',
  'nanostores',
  'rou3',
  'set-cookie-parser',
  'kysely',
  'csv-parse',
  'jose',
  'thumbhash',
  'h5wasm',
  'p-queue',
  'p-timeout',
  'eventemitter3',
  'next-intl',
  'use-intl',
  'icu-minify',
  'intl-messageformat',
  '@formatjs',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testMatch: [
    '<rootDir>/{app,components,i18n,lib,server,cli,samples,scripts,tests,bench}/**/*.test.{ts,tsx}',
  ],
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/data/', '<rootDir>/.cache/'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    // Its package exports only an ES module, which Jest's CommonJS resolver does not see.
    '^h5wasm/node$': '<rootDir>/node_modules/h5wasm/dist/node/hdf5_hl.js',
  },
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  // Looking these up in Jest's sandbox costs more than what they do, pixel by pixel.
  sandboxInjectedGlobals: ['Math', 'Float32Array', 'Uint8Array'],
  maxWorkers: 2,
  // Tests wait for real processes; Jest's 5 seconds are too few on a busy machine.
  testTimeout: 30_000,
};

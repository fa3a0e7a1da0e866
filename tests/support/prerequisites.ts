import { existsSync } from 'node:fs';
import path from 'node:path';

const isSet = (name: string) => Boolean(process.env[name]);

const isCommand = (name: string) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser of the browser tests: CHROMIUM_PATH, else the first of the usual places that has one. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? chromiumPlaces.find(existsSync);

/** What some tests need and a fresh clone does not have. `.ci/run` provides all of it. */
const prerequisites = {
  vgg19: { isThere: isSet('VGG19_WEIGHTS'), missing: 'VGG19_WEIGHTS is not set to VGG19’s weights' },
  reference: { isThere: isSet('REFERENCE_DIR'), missing: 'REFERENCE_DIR is not set' },
  paintings: {
    isThere: isSet('PAINTINGS_DIR'),
    missing: 'PAINTINGS_DIR is not set to a folder with images/ and manifest.csv',
  },
  elasticsearch: { isThere: isSet('TEST_ELASTICSEARCH_URL'), missing: 'ELASTICSEARCH_URL is not set' },
  elasticsearchNode: {
    isThere: isSet('TEST_ELASTICSEARCH_HOME'),
    missing: 'TEST_ELASTICSEARCH_HOME is not set: no node can be started and stopped',
  },
  s3: { isThere: isSet('TEST_S3_ENDPOINT'), missing: 'TEST_S3_ENDPOINT is not set' },
  chromium: {
    isThere: chromiumPath !== undefined,
    missing: 'no Chromium was found (CHROMIUM_PATH, or the usual places)',
  },
  mirador: {
    isThere: isSet('MIRADOR_FILE'),
    missing: 'MIRADOR_FILE is not set to Mirador’s dist/mirador.min.js',
  },
  curl: { isThere: isCommand('curl'), missing: 'curl is not installed' },
  python: { isThere: isCommand('python3'), missing: 'python3 is not installed' },
  tfjsNode: {
    isThere: existsSync('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node'),
    missing: '@tensorflow/tfjs-node is not built here',
  },
  linux: { isThere: process.platform === 'linux', missing: 'this is not Linux' },
  root: { isThere: process.getuid?.() === 0, missing: 'this user is not root' },
} as const;

export type Prerequisite = keyof typeof prerequisites;

/** Whether all of these are there: for tests that can do more, or expect other values, with them. */
export function has(...needs: readonly Prerequisite[]): boolean {
  return needs.every((need) => prerequisites[need].isThere);
}

/**
 * `describe` for tests that need what a fresh clone does not have: without it they are skipped, with a warning that
 * says why. TEST_EVERYTHING=true, as in `.ci/run`, makes that a failure, so that no test is skipped there unnoticed.
 * Jest runs the function also when it skips, to count its tests: read files in a hook or a test only.
 */
export function describeWith(needs: readonly Prerequisite[], name: string, tests: () => void): void {
  if (has(...needs)) describe(name, tests);
  else skip(needs, name, () => describe.skip(name, tests));
}

/** The same for one test. */
export function testWith(
  needs: readonly Prerequisite[],
  name: string,
  body: () => Promise<void>,
  timeoutMs?: number,
): void {
  if (has(...needs)) test(name, body, timeoutMs);
  else skip(needs, name, () => test.skip(name, body));
}

function skip(needs: readonly Prerequisite[], name: string, register: () => void): void {
  const reasons = needs.filter((need) => !has(need)).map((need) => prerequisites[need].missing);
  if (process.env.TEST_EVERYTHING === 'true') {
    test(`${name}: all that it needs is there`, () => {
      throw new Error(`TEST_EVERYTHING is set, but ${reasons.join(', and ')}.`);
    });
    return;
  }
  console.warn(`SKIPPED: ${name}, because ${reasons.join(', and ')}.`);
  register();
}

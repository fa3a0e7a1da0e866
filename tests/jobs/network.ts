import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const weights = process.env.VGG19_WEIGHTS;

/**
 * A `describe` whose tests need the genuine network: it is installed from VGG19_WEIGHTS first, in a process of its
 * own. Without that setting they are skipped, loudly.
 */
export function describeWithNetwork(title: string, tests: () => void): void {
  if (!weights) {
    console.warn(`SKIPPED, since VGG19_WEIGHTS names no weights: ${title}`);
    describe.skip(title, tests);
    return;
  }
  describe(title, () => {
    beforeAll(async () => {
      await promisify(execFile)(process.execPath, ['cli/gafu.mjs', 'models', 'install']);
    }, 120_000);
    tests();
  });
}

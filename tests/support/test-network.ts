import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { oncePerRun } from './once-per-run';
import { has } from './prerequisites';

/** The recipe and network that tests search by: VGG19 where VGG19_WEIGHTS names it, else what comes with Gafu. */
export const testNetwork = has('vgg19')
  ? ({
      name: 'vgg19',
      recipe: 'default',
      styleDimensions: 768,
      shownAs: 'VGG19',
      styleLayers: ['block3_conv1', 'block3_conv2', 'block3_conv3', 'block3_conv4'],
    } as const)
  : ({
      name: 'lite',
      recipe: 'lite',
      styleDimensions: 768,
      shownAs: 'the compact network',
      styleLayers: ['block3_moments'],
    } as const);

/** Installs VGG19 into the checkout from VGG19_WEIGHTS, once for the whole run; does nothing without that setting. */
export async function installTestNetwork(): Promise<void> {
  if (!has('vgg19')) return;
  await oncePerRun('vgg19', async () => {
    await promisify(execFile)(process.execPath, ['cli/gafu.mjs', 'models', 'install']);
  });
}

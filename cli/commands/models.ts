import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { Argument, type Command } from 'commander';
import { settings } from '@/lib/platform/settings';
import { installVgg19, officialVgg19 } from '@/lib/vision/node/install';
import { wholeNumber } from '../whole-number';

/** `gafu models install [vgg19]` */
export function register(program: Command): void {
  const models = program.command('models').description('The networks that embed pictures');
  models
    .command('install')
    .description(
      'Install a network: from VGG19_WEIGHTS, else as installed before, else by the official download (80 MB, resumed and checked)',
    )
    .addArgument(new Argument('[network]', 'which network').choices(['vgg19']).default('vgg19'))
    .option('--tries <number>', 'how often to try a server that does not answer', wholeNumber, 4)
    .addHelpText(
      'after',
      '\nExamples:\n  gafu models install\n  VGG19_WEIGHTS=weights.h5 gafu models install vgg19',
    )
    .action(install);
}

async function install(_network: string, { tries }: { tries: number }): Promise<void> {
  const { vgg19Weights, vgg19Url, dataDir, modelsDir } = settings();
  const bar = new SingleBar({
    format: 'VGG19 weights {bar} {percentage}% | {value} of {total} MB',
    hideCursor: true,
  });
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  let started = false;
  const { from, provenance } = await installVgg19({
    modelsDir,
    weightsFile: vgg19Weights,
    downloadDir: path.join(dataDir, 'downloads'),
    tries,
    official: { ...officialVgg19, ...(vgg19Url === null ? {} : { url: vgg19Url }) },
    onProgress: (bytesDone, bytesAll) => {
      if (!started) bar.start(megabytes(bytesAll ?? 80e6), 0);
      started = true;
      bar.update(megabytes(bytesDone));
    },
  }).finally(() => bar.stop());
  const how = {
    'weights-file': `from ${provenance.source}`,
    previous: 'as installed before',
    download: 'from the official download',
  }[from];
  console.log(
    `VGG19 is installed ${how}: ${provenance.layers.length} layers, up to ${provenance.layers.at(-1)}. To use it for a collection that another network embedded: gafu reindex.`,
  );
}

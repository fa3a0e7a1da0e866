import { Option, type Command } from 'commander';
import { networkInput } from '@/lib/images/network-input';
import { squareView } from '@/lib/vision/view';
import { mapSide, quarterCount, rawDescriptor, statistics, type Statistic } from '@/lib/vision/descriptor';
import { openNetwork } from '../network';
import { readPictureFile } from '../picture-file';

interface DescribeOptions {
  readonly layer: string;
  readonly statistic: Statistic;
  readonly json?: boolean;
}

/** `gafu describe IMAGE --layer block3_conv3 --statistic gram|mean-std|map --json` */
export function register(program: Command): void {
  program
    .command('describe')
    .description(
      'Print what the network sees in one picture: a statistic of one layer, before any normalisation or projection',
    )
    .argument(
      '<image>',
      'a picture; scaled to 224 on its short side and centre-cropped unless it is 224×224 already',
    )
    .option('--layer <name>', 'a layer of VGG19', 'block3_conv3')
    .addOption(new Option('--statistic <name>', 'what to measure').choices([...statistics]).default('gram'))
    .option('--json', 'print {network, layer, statistic, shape, values}')
    .addHelpText(
      'after',
      '\nExamples:\n  gafu describe wave.jpg --layer block2_conv2\n  gafu describe wave.jpg --layer block3_conv4 --statistic map --json',
    )
    .action(describe);
}

async function describe(image: string, { layer, statistic, json }: DescribeOptions): Promise<void> {
  const pixels = await networkInput(await readPictureFile(image), squareView);
  const extractor = await openNetwork('vgg19');
  try {
    const { pictures } = await extractor.describe([pixels], [rawDescriptor(layer, statistic)]);
    const descriptor = pictures[0]?.[0] ?? new Float32Array();
    const channels = extractor.channelsOf(layer);
    const shape = {
      gram: [descriptor.length],
      'mean-std': [2, channels],
      mean: [channels],
      map: [mapSide, mapSide, channels],
      quarters: [quarterCount, 2, channels],
    }[statistic];
    // Nine digits are all that a 32-bit float holds.
    const values = Array.from(descriptor, (value) => Number(value.toPrecision(9)));
    const { name: network } = extractor.network;
    console.log(
      json
        ? JSON.stringify({ network, layer, statistic, shape, values })
        : summary(`${network} ${layer} ${statistic}`, shape, values),
    );
  } finally {
    extractor.dispose();
  }
}

function summary(title: string, shape: readonly number[], values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const first = values.slice(0, 8).map((value) => value.toPrecision(5));
  return `${title}: ${shape.join('×')} values, mean ${mean.toPrecision(5)}, largest ${largest.toPrecision(5)}\n${first.join('  ')} …`;
}

import * as layers from '@tensorflow/tfjs-layers';
import { Problem } from '@/lib/platform/problem';

/** One convolution of VGG19: 3×3, stride 1, zero padding, ReLU. */
export interface ConvolutionSpec {
  readonly name: string;
  readonly channelsIn: number;
  readonly channelsOut: number;
}

const blocks = [
  { channels: 64, convolutions: 2 },
  { channels: 128, convolutions: 2 },
  { channels: 256, convolutions: 4 },
  { channels: 512, convolutions: 4 },
  { channels: 512, convolutions: 4 },
];

/** The 16 convolutions of VGG19 (Simonyan & Zisserman 2015, configuration E) in order, by Keras' names. */
export const vgg19Convolutions: readonly ConvolutionSpec[] = blocks.flatMap(
  ({ channels, convolutions }, block) =>
    Array.from({ length: convolutions }, (_, index) => ({
      name: `block${block + 1}_conv${index + 1}`,
      channelsIn: index > 0 ? channels : (blocks[block - 1]?.channels ?? 3),
      channelsOut: channels,
    })),
);

/**
 * VGG19 without its classifier, up to and including the convolution `last`, with Keras' layer names; pictures of
 * any size. Weights are whatever TensorFlow.js starts with until they are set.
 * @throws Problem `not-found` when VGG19 has no such convolution.
 */
export function buildVgg19(last: string): layers.LayersModel {
  const depth = vgg19Convolutions.findIndex(({ name }) => name === last) + 1;
  if (depth === 0) {
    throw new Problem(
      'not-found',
      `VGG19 has no convolution "${last}". It has: ${vgg19Convolutions.map(({ name }) => name).join(', ')}.`,
    );
  }
  const input = layers.input({ shape: [null, null, 3], name: 'input_1' });
  let output = input;
  let block = 'block1';
  for (const { name, channelsOut } of vgg19Convolutions.slice(0, depth)) {
    const ownBlock = name.slice(0, 'block1'.length);
    if (ownBlock !== block) {
      output = layers.layers
        .maxPooling2d({ poolSize: 2, strides: 2, name: `${block}_pool` })
        .apply(output) as layers.SymbolicTensor;
      block = ownBlock;
    }
    output = layers.layers
      .conv2d({
        filters: channelsOut,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: 'zeros',
        name,
      })
      .apply(output) as layers.SymbolicTensor;
  }
  return layers.model({ inputs: input, outputs: output, name: 'vgg19' });
}

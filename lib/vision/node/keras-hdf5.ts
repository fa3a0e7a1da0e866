import { readFile } from 'node:fs/promises';
import * as h5wasm from 'h5wasm/node';
import { Problem } from '@/lib/platform/problem';
import { vgg19Convolutions, type ConvolutionSpec } from '../vgg19';

/** The first eight bytes of every HDF5 file. */
const signature = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');

/** Weights of one convolution: `kernel` as [3][3][channelsIn][channelsOut] (height, width, in, out), `bias` as [channelsOut]. */
export interface ConvolutionWeights extends ConvolutionSpec {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/**
 * VGG19's weights from a Keras HDF5 file (a group per layer, its arrays named by the attribute `weight_names`), in
 * the network's order, up to the last convolution before the first that is absent.
 * @throws Problem `invalid-request` when the file cannot be read, holds not even the first layer, or has an array
 * of another shape than VGG19's.
 */
export async function readVgg19Weights(file: string): Promise<ConvolutionWeights[]> {
  await h5wasm.ready;
  // Asked before the library is: it fills stderr with its own account of any other file.
  if (!(await readFile(file)).subarray(0, signature.length).equals(signature)) {
    throw new Problem(
      'invalid-request',
      `${file} is not an HDF5 file. Expected: Keras' VGG19 weights (…_notop.h5).`,
    );
  }
  const hdf5 = new h5wasm.File(file, 'r');
  try {
    const found: ConvolutionWeights[] = [];
    for (const spec of vgg19Convolutions) {
      const arrays = layerArrays(hdf5, spec.name);
      if (!arrays) break;
      const [kernel, bias] = arrays;
      found.push({
        ...spec,
        kernel: expectShape(file, spec.name, kernel, [3, 3, spec.channelsIn, spec.channelsOut]),
        bias: expectShape(file, spec.name, bias, [spec.channelsOut]),
      });
    }
    if (found.length === 0) {
      throw new Problem(
        'invalid-request',
        `${file} has no layer block1_conv1. It has: ${hdf5.keys().join(', ') || 'nothing'}. Expected: Keras' VGG19 weights.`,
      );
    }
    return found;
  } finally {
    hdf5.close();
  }
}

/** The layer's kernel and bias; null when the file does not have both. */
function layerArrays(hdf5: h5wasm.File, layer: string): [h5wasm.Dataset, h5wasm.Dataset] | null {
  const group = hdf5.get(layer);
  if (!(group instanceof h5wasm.Group)) return null;
  const names = group.attrs.weight_names?.value;
  if (!Array.isArray(names) || names.length !== 2) return null;
  const [kernel, bias] = names.map((name) => group.get(String(name)));
  return kernel instanceof h5wasm.Dataset && bias instanceof h5wasm.Dataset ? [kernel, bias] : null;
}

function expectShape(
  file: string,
  layer: string,
  array: h5wasm.Dataset,
  shape: readonly number[],
): Float32Array {
  const { value } = array;
  if (array.shape?.join() !== shape.join() || !(value instanceof Float32Array)) {
    throw new Problem(
      'invalid-request',
      `${file}: ${layer} has an array of shape ${array.shape?.join('×')} (${array.dtype}); VGG19 has ${shape.join('×')} in 32-bit floats.`,
    );
  }
  return value;
}

import * as h5wasm from 'h5wasm/node';
import { seededNormals } from '../random';

/**
 * Writes a file in Keras' layout for tests: two layers of VGG19's shapes with random weights, and a third that
 * lacks its bias. Random weights serve to test the machinery, never what is seen with them.
 */
export async function writeKerasFile(file: string, firstChannels = 64): Promise<void> {
  await h5wasm.ready;
  const hdf5 = new h5wasm.File(file, 'w');
  const layer = (name: string, shape: readonly [number, number, number, number], complete = true) => {
    const group = hdf5.create_group(name);
    const [kernel, bias] = [`${name}_W_1:0`, `${name}_b_1:0`];
    group.create_attribute('weight_names', [kernel, bias]);
    const data = seededNormals(
      shape.reduce((a, b) => a * b, 1),
      1,
    );
    group.create_dataset({ name: kernel, data, shape: [...shape] });
    if (complete) group.create_dataset({ name: bias, data: seededNormals(shape[3], 2) });
  };
  layer('block1_conv1', [3, 3, 3, firstChannels]);
  layer('block1_conv2', [3, 3, 64, 64]);
  layer('block2_conv1', [3, 3, 64, 128], false);
  hdf5.close();
}

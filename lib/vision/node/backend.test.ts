import * as tf from '@tensorflow/tfjs-core';
import { useBackend } from './backend';

jest.mock('@tensorflow/tfjs-node', () => {
  throw new Error('libtensorflow.so.2: cannot open shared object file');
});

describe('a backend', () => {
  it('falls to WebAssembly where libtensorflow cannot be loaded', async () => {
    expect(await useBackend('auto')).toBe('wasm');
    expect(tf.getBackend()).toBe('wasm');
    expect(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')).toBe(true);
  });

  it('that was named and cannot be loaded is an error that says why and what to do', async () => {
    await expect(useBackend('node')).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(
        /^The backend "node" cannot be loaded: .*libtensorflow\.so\.2.*or set GAFU_BACKEND=wasm\.$/,
      ) as string,
    });
  });
});

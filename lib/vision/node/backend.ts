import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { Problem } from '@/lib/platform/problem';
import type { NetworkName } from '../recipes';

/** `auto`: libtensorflow where it is installed, else WebAssembly. */
export type BackendChoice = 'auto' | 'node' | 'wasm';
export type Backend = Exclude<BackendChoice, 'auto'>;

/** How each backend is registered within TensorFlow.js. */
const registered: Readonly<Record<Backend, string>> = { node: 'tensorflow', wasm: 'wasm' };

/**
 * How many threads of libtensorflow look by a network; null: one for each core. The compact network's operations are so
 * short that threads wait for each other longer than they work (`npm run bench -- vision`).
 */
export const threadsFor: Readonly<Record<NetworkName, number | null>> = { vgg19: null, lite: 1 };

/**
 * Makes TensorFlow.js run on libtensorflow (`node`) or on WebAssembly with SIMD (`wasm`), for the whole process.
 * @param threads of libtensorflow, null: one for each core; the first load in this process decides
 * @throws Problem `unavailable` if the backend was named and cannot be loaded.
 */
export async function useBackend(choice: BackendChoice, threads: number | null = null): Promise<Backend> {
  if (choice !== 'wasm') {
    const refusal = await load('node', threads);
    if (refusal === null) return 'node';
    if (choice === 'node') {
      throw new Problem(
        'unavailable',
        `The backend "node" cannot be loaded: ${refusal}. Install @tensorflow/tfjs-node with its libtensorflow (npm rebuild @tensorflow/tfjs-node), or set GAFU_BACKEND=wasm.`,
      );
    }
  }
  const refusal = await load('wasm', threads);
  if (refusal !== null)
    throw new Problem(
      'unavailable',
      `The backend "wasm" cannot be loaded: ${refusal}. Run npm install again.`,
    );
  return 'wasm';
}

/** Null when the backend runs now, else why it does not. */
async function load(backend: Backend, threads: number | null): Promise<string | null> {
  try {
    await (backend === 'node' ? importTfjsNode(threads) : import('@tensorflow/tfjs-backend-wasm'));
    if (!(await tf.setBackend(registered[backend]))) return 'TensorFlow.js refused it';
    await tf.ready();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.message) : String(error);
  }
}

async function importTfjsNode(threads: number | null): Promise<void> {
  // tfjs-node 4.22 calls util.isNullOrUndefined, which Node 23 removed, and util.isArray, of which Node 22 and later warn.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  });
  // Read by libtensorflow when it is loaded; otherwise it reports its processor features on stderr.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  if (threads !== null) {
    process.env.TF_NUM_INTRAOP_THREADS ??= String(threads);
    process.env.TF_NUM_INTEROP_THREADS ??= String(threads);
  }
  // A name the compiler cannot follow: the package is optional and may be absent.
  const optionalPackage = '@tensorflow/tfjs-node';
  await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ optionalPackage);
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as tf from '@tensorflow/tfjs-core';
import { withFileLock } from '@/lib/platform/file-lock';
import { Problem } from '@/lib/platform/problem';
import { useBackend } from './backend';
import { download } from './download';
import type { Provenance } from '../stored-network';
import { readProvenance, storeVgg19 } from './network-store';

/** Keras' VGG19 trained on ImageNet, without its classifier (about 80 MB). */
export const officialVgg19 = {
  url: 'https://storage.googleapis.com/tensorflow/keras-applications/vgg19/vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5',
  md5: '253f8cb515780f3b799900260a226db6',
} as const;

/** How long to wait for another process that is installing: a slow download. */
const waitMsMax = 3_600_000;

export interface InstallOptions {
  readonly modelsDir: string;
  /** A local Keras HDF5 file (VGG19_WEIGHTS); null: the network that is there, else the official download. */
  readonly weightsFile: string | null;
  /** Where a download grows; it is deleted when the network is installed. */
  readonly downloadDir: string;
  readonly official?: { readonly url: string; readonly md5: string };
  /** As in `download`. */
  readonly tries?: number;
  readonly onProgress?: (bytesDone: number, bytesAll: number | null) => void;
}

export interface Installation {
  readonly from: 'weights-file' | 'previous' | 'download';
  readonly provenance: Provenance;
}

/**
 * Makes sure that `<modelsDir>/vgg19` is there: from the given file (again only if it has changed), else as it was
 * installed before, else from the official download.
 * @throws Problem when none of the three can be had, saying what to do.
 */
export async function installVgg19(options: InstallOptions): Promise<Installation> {
  const there = await installed(options);
  if (there) return there;
  // Two that start at once do it once; what needs nothing, like a read-only installation, takes no lock.
  await mkdir(options.downloadDir, { recursive: true });
  return withFileLock(
    path.join(options.downloadDir, 'vgg19.lock'),
    async () => (await installed(options)) ?? install(options),
    waitMsMax,
  );
}

/** What is there already if it is what is wanted, else null. */
async function installed({ modelsDir, weightsFile }: InstallOptions): Promise<Installation | null> {
  const provenance = await readProvenance(modelsDir, 'vgg19');
  if (weightsFile === null) return provenance && { from: 'previous', provenance };
  if (
    !(await stat(weightsFile).then(
      (found) => found.isFile(),
      () => false,
    ))
  ) {
    throw new Problem(
      'not-found',
      `VGG19_WEIGHTS names ${weightsFile}, but there is no such file. Correct it, or unset it to use the official download.`,
    );
  }
  return provenance && provenance.sha256 === (await sha256Of(weightsFile))
    ? { from: 'weights-file', provenance }
    : null;
}

async function install({
  modelsDir,
  weightsFile,
  downloadDir,
  official = officialVgg19,
  tries,
  onProgress,
}: InstallOptions): Promise<Installation> {
  if (weightsFile !== null) return { from: 'weights-file', provenance: await store(weightsFile, modelsDir) };
  const file = path.join(downloadDir, path.basename(new URL(official.url).pathname));
  await download({ ...official, file, tries, onProgress }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      error.kind,
      `VGG19's weights cannot be had: ${error.message} Or put the file on this machine by hand and set VGG19_WEIGHTS to its path.`,
    );
  });
  const provenance = await store(file, modelsDir, official.url);
  await rm(file, { force: true });
  return { from: 'download', provenance };
}

async function store(file: string, modelsDir: string, source?: string): Promise<Provenance> {
  // Building the model needs some backend; any will do, and one that runs is left alone.
  if (!tf.getBackend()) await useBackend('wasm');
  return storeVgg19(file, modelsDir, source);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

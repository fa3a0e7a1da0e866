import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { Problem } from '@/lib/platform/problem';
import type { Extractor } from '../extractor';
import { openStoredNetwork, type Provenance, type StoredModel } from '../stored-network';
import { buildVgg19 } from '../vgg19';
import type { Backend } from './backend';
import type { ConvolutionWeights } from './keras-hdf5';

const shardBytes = 4 * 1024 ** 2;

/**
 * Keras HDF5 → `<modelsDir>/vgg19/{model.json, group1-shard*.bin, provenance.json}`, in TensorFlow.js' layers
 * format. The folder appears whole or not at all.
 * @throws Problem as `readVgg19Weights`
 */
export async function storeVgg19(
  weightsFile: string,
  modelsDir: string,
  source = path.basename(weightsFile),
): Promise<Provenance> {
  const sha256 = createHash('sha256')
    .update(await readFile(weightsFile))
    .digest('hex');
  // Loaded only here: h5wasm has its WebAssembly in its source, which costs every command seconds and 600 MB to parse.
  const { readVgg19Weights } = await import('./keras-hdf5');
  const weights = await readVgg19Weights(weightsFile);
  const last = weights.at(-1)?.name ?? '';
  const model = buildVgg19(last);
  try {
    model.setWeights(
      weights.flatMap(({ kernel, bias, channelsIn, channelsOut }) => [
        tf.tensor4d(kernel, [3, 3, channelsIn, channelsOut]),
        tf.tensor1d(bias),
      ]),
    );
    const provenance: Provenance = {
      network: 'vgg19',
      source,
      sha256,
      layers: model.layers.slice(1).map(({ name }) => name),
      layerDigests: digests(model, weights),
    };
    const folder = path.join(modelsDir, 'vgg19');
    const staging = `${folder}.${process.pid}.tmp`;
    await mkdir(staging, { recursive: true });
    await model.save(tf.io.withSaveHandler((artifacts) => writeArtifacts(artifacts, staging)));
    await writeFile(path.join(staging, 'provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
    return provenance;
  } finally {
    model.dispose();
  }
}

/** Null when the network is not installed. */
export async function readProvenance(modelsDir: string, network: string): Promise<Provenance | null> {
  try {
    return JSON.parse(await readFile(path.join(modelsDir, network, 'provenance.json'), 'utf8')) as Provenance;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Loads an installed network into the backend that is in use.
 * @throws Problem `unavailable` when it is not installed.
 */
export async function loadExtractor(
  modelsDir: string,
  network: string,
  backend: Backend,
): Promise<Extractor> {
  const provenance = await readProvenance(modelsDir, network);
  if (!provenance)
    throw new Problem(
      'unavailable',
      `The network ${network} is not installed. Run: gafu models install ${network}`,
    );
  return openStoredNetwork({ ...(await readModel(path.join(modelsDir, network))), provenance }, backend);
}

/** A network's layers and weights, from its folder. */
export async function readModel(folder: string): Promise<{ model: StoredModel; weightData: ArrayBuffer }> {
  const model = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as StoredModel;
  const shards = await Promise.all(
    model.weightsManifest.flatMap(({ paths }) => paths).map((shard) => readFile(path.join(folder, shard))),
  );
  return { model, weightData: new Uint8Array(Buffer.concat(shards)).buffer };
}

async function writeArtifacts(
  { modelTopology, weightSpecs = [], weightData }: tf.io.ModelArtifacts,
  folder: string,
): Promise<tf.io.SaveResult> {
  const parts = Array.isArray(weightData) ? weightData : weightData ? [weightData] : [];
  const bytes = Buffer.concat(parts.map((part) => new Uint8Array(part)));
  const count = Math.ceil(bytes.length / shardBytes);
  const paths = Array.from({ length: count }, (_, index) => `group1-shard${index + 1}of${count}.bin`);
  await Promise.all(
    paths.map((name, index) =>
      writeFile(path.join(folder, name), bytes.subarray(index * shardBytes, (index + 1) * shardBytes)),
    ),
  );
  const stored = {
    format: 'layers-model',
    generatedBy: 'gafu',
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths, weights: weightSpecs }],
  };
  await writeFile(path.join(folder, 'model.json'), JSON.stringify(stored));
  return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
}

/** Per layer, pooling included, a SHA-256 over all weights from the first layer up to and including it. */
function digests(model: tfl.LayersModel, weights: readonly ConvolutionWeights[]): Record<string, string> {
  const running = createHash('sha256');
  return Object.fromEntries(
    model.layers.slice(1).map(({ name: layer }) => {
      const own = weights.find(({ name }) => name === layer);
      for (const array of own ? [own.kernel, own.bias] : [])
        running.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
      return [layer, running.copy().digest('hex')];
    }),
  );
}

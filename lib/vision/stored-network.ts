import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { Extractor } from './extractor';
import type { UnseenFold } from './network-info';

/** `provenance.json` beside a network: where its weights came from. */
export interface Provenance {
  readonly network: string;
  /** What the weights were read from: a file's name or a URL, never a machine's folder. */
  readonly source: string;
  /** SHA-256 (hex) of that file. */
  readonly sha256: string;
  readonly layers: readonly string[];
  /** As in `NetworkInfo.layerDigests`. */
  readonly layerDigests: Readonly<Record<string, string>>;
  /** As in `NetworkInfo`. */
  readonly unseenFold?: UnseenFold;
}

/** `model.json`, in TensorFlow.js' layers format. */
export interface StoredModel {
  readonly modelTopology: object;
  readonly weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[];
}

/** What lies in a network's folder, read. */
export interface StoredNetwork {
  readonly model: StoredModel;
  /** The files of the manifest in order, one behind the other. */
  readonly weightData: ArrayBuffer;
  readonly provenance: Provenance;
}

/** Loads a network into the TensorFlow.js backend that is in use; `backend` is its name for people. */
export async function openStoredNetwork(
  { model, weightData, provenance }: StoredNetwork,
  backend: string,
): Promise<Extractor> {
  const { modelTopology, weightsManifest } = model;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const layersModel = await tfl.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  const { network: name, layers, sha256, layerDigests, unseenFold } = provenance;
  return new Extractor(layersModel, {
    name,
    backend,
    layers,
    weightsSha256: sha256,
    layerDigests,
    unseenFold,
  });
}

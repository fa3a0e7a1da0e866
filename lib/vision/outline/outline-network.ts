import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { type Pixels } from '../pixels';
import { type StoredModel } from '../stored-network';
import { type Outline, type OutlineMaps, outlineOf } from './outline';

/** The outline network, loaded into the TensorFlow.js backend that is in use. */
export class OutlineNetwork {
  private constructor(private readonly model: tfl.LayersModel) {}

  static async open({
    model: { modelTopology, weightsManifest },
    weightData,
  }: {
    readonly model: StoredModel;
    readonly weightData: ArrayBuffer;
  }): Promise<OutlineNetwork> {
    const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
    return new OutlineNetwork(
      await tfl.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData })),
    );
  }

  /**
   * The painting in a photograph; null where the picture is nothing else.
   * @param picture all of it, stretched to a square of `outlineSide` pixels
   */
  async find(picture: Pixels): Promise<Outline | null> {
    return outlineOf(await this.maps(picture));
  }

  /** @param picture as {@link find} */
  async maps({ width, height, data }: Pixels): Promise<OutlineMaps> {
    const [maps, logit] = tf.tidy(() => {
      const bytes = tf.tensor4d(data, [1, height, width, 3], 'int32');
      return this.model.predict(tf.sub(tf.div(tf.cast(bytes, 'float32'), 255), 0.5)) as [
        tf.Tensor4D,
        tf.Tensor2D,
      ];
    });
    try {
      const [[isPhotograph = 0], values] = await Promise.all([logit.data(), maps.data()]);
      return { side: maps.shape[1], maps: values as Float32Array, isPhotograph };
    } finally {
      tf.dispose([maps, logit]);
    }
  }

  dispose(): void {
    this.model.dispose();
  }
}

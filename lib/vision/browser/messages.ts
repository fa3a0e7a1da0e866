import type { DeviceOffer } from './browser-files';

/** What a device says of a picture: a vector for each live space. */
export interface DeviceReading {
  readonly vectors: readonly { readonly space: string; readonly vector: Float32Array }[];
  /** Smaller copies, as were asked for; they are the caller's to keep or to send. */
  readonly previews: readonly Blob[];
  /** Milliseconds from the picture to its vectors. */
  readonly tookMs: number;
}

/**
 * Why a device could not: `unreachable`: a file did not come. `replaced`: the files are of another network than the
 * one in service by now. `unable`: nothing that runs networks works here. `undecodable`: not the device's fault, but
 * the picture's.
 */
export type DeviceFailure = 'unreachable' | 'replaced' | 'unable' | 'undecodable';

export type WorkerRequest =
  | { readonly type: 'open'; readonly offer: DeviceOffer }
  | {
      readonly type: 'read';
      readonly id: number;
      readonly picture: Blob | ImageBitmap;
      /** Of each preview, pixels on its long side. */
      readonly previewSidesPx: readonly number[];
    };

export type WorkerReply =
  | { readonly type: 'progress'; readonly bytesDone: number; readonly bytesAll: number }
  | { readonly type: 'ready'; readonly backend: string }
  | { readonly type: 'read'; readonly id: number; readonly reading: DeviceReading }
  | {
      readonly type: 'failed';
      /** Of the picture; null: the device itself cannot read. */
      readonly id: number | null;
      readonly failure: DeviceFailure;
      readonly detail: string;
    };

/** Thrown on either side of the worker. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError';

  constructor(
    readonly failure: DeviceFailure,
    message: string,
  ) {
    super(message);
  }
}

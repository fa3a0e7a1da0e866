import type { DeviceOffer } from './browser-files';
import { DeviceError, type DeviceReading, type WorkerReply, type WorkerRequest } from './messages';

/** Reads pictures on this device, outside of the page's own thread. */
export interface DeviceReader {
  /** `webgpu`, `webgl` or `wasm`. */
  readonly backend: string;
  /** @throws DeviceError `undecodable` for what this browser cannot show */
  read(picture: Blob | ImageBitmap, previewSidesPx?: readonly number[]): Promise<DeviceReading>;
  close(): void;
}

export type BytesProgress = (bytesDone: number, bytesAll: number) => void;

/**
 * Loads the network into a worker: 3 MB the first time, from the browser's cache later.
 * @throws DeviceError saying why this device cannot
 */
export function openDeviceReader(offer: DeviceOffer, onProgress?: BytesProgress): Promise<DeviceReader> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined' || !globalThis.crypto?.subtle)
    return Promise.reject(
      new DeviceError('unable', 'this browser lacks workers, or the page did not come by HTTPS'),
    );
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url));
    const waiting = new Map<
      number,
      { resolve(reading: DeviceReading): void; reject(error: DeviceError): void }
    >();
    let count = 0;
    const fail = (error: DeviceError) => {
      worker.terminate();
      reject(error);
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    const ask = (request: WorkerRequest, transfer: Transferable[] = []) =>
      worker.postMessage(request, transfer);
    worker.onerror = (event) => fail(new DeviceError('unable', event.message || 'the worker did not start'));
    worker.onmessage = ({ data: reply }: MessageEvent<WorkerReply>) => {
      if (reply.type === 'progress') return onProgress?.(reply.bytesDone, reply.bytesAll);
      if (reply.type === 'failed' && reply.id === null)
        return fail(new DeviceError(reply.failure, reply.detail));
      if (reply.type === 'ready')
        return resolve({
          backend: reply.backend,
          read: (picture, previewSidesPx = []) =>
            new Promise((done, refuse) => {
              const id = (count += 1);
              waiting.set(id, { resolve: done, reject: refuse });
              const transfer = picture instanceof ImageBitmap ? [picture] : [];
              ask({ type: 'read', id, picture, previewSidesPx }, transfer);
            }),
          close: () => fail(new DeviceError('unable', 'the reader was closed')),
        });
      const one = waiting.get(reply.id ?? 0);
      waiting.delete(reply.id ?? 0);
      if (reply.type === 'read') one?.resolve(reply.reading);
      else one?.reject(new DeviceError(reply.failure, reply.detail));
    };
    ask({ type: 'open', offer });
  });
}

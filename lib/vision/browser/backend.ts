import * as tf from '@tensorflow/tfjs-core';
import { DeviceError } from './messages';

/** Fastest first. Only the one that is tried is loaded. */
const backends = ['webgpu', 'webgl', 'wasm'] as const;

export type BrowserBackend = (typeof backends)[number];

/**
 * Makes TensorFlow.js run on the first backend that `use` works on.
 * @param use loads the network and looks at a first picture: a driver that fails does so there
 * @throws DeviceError `unable` when none works, with what each said; a DeviceError of `use` at once
 */
export async function withBestBackend<T>(
  use: (backend: BrowserBackend) => Promise<T>,
): Promise<{ backend: BrowserBackend; used: T }> {
  const refusals: string[] = [];
  for (const backend of backends) {
    try {
      await load[backend]();
      if (!(await tf.setBackend(backend))) throw new Error('TensorFlow.js refused it');
      await tf.ready();
      return { backend, used: await use(backend) };
    } catch (error) {
      if (error instanceof DeviceError) throw error;
      refusals.push(`${backend}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new DeviceError('unable', refusals.join('; '));
}

const load: Readonly<Record<BrowserBackend, () => Promise<void>>> = {
  async webgpu() {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
    const adapter = await gpu?.requestAdapter();
    if (!adapter) throw new Error('there is none');
    // Drawn by the processor, it is slower than WebAssembly.
    if (adapter.isFallbackAdapter || adapter.info?.isFallbackAdapter) throw new Error('it is emulated');
    await import('@tensorflow/tfjs-backend-webgpu');
  },
  async webgl() {
    const context = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
    if (!context || isEmulated(context)) throw new Error('there is none, or it is emulated');
    await import('@tensorflow/tfjs-backend-webgl');
    // Half floats, as on some phones, would move the vectors.
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) throw new Error('it has no 32-bit floats');
  },
  async wasm() {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    const paths = {
      'tfjs-backend-wasm-simd.wasm': new URL(
        '../../../node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm',
        import.meta.url,
      ).href,
      // Asked for only on pages that are isolated from all others, but the backend wants every path named.
      'tfjs-backend-wasm-threaded-simd.wasm': new URL(
        '../../../node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm',
        import.meta.url,
      ).href,
      'tfjs-backend-wasm.wasm': new URL(
        '../../../node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm',
        import.meta.url,
      ).href,
    };
    setWasmPaths(paths, true);
  },
};

/** Drawn by the processor: Chromium gives such a context even where it is asked not to. */
function isEmulated(context: WebGL2RenderingContext): boolean {
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = named && context.getParameter(named.UNMASKED_RENDERER_WEBGL);
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(renderer));
}

/** As far as it is asked here; browsers differ in where they say that one is emulated. */
interface GpuAdapter {
  readonly isFallbackAdapter?: boolean;
  readonly info?: { readonly isFallbackAdapter?: boolean };
}

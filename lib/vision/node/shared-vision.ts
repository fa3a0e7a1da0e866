import { forgetSingleton, hasSingleton, processSingleton } from '@/lib/platform/memo';
import { settings } from '@/lib/platform/settings';
import { openVision, type Vision } from './vision';

const singleton = 'vision';

/**
 * This process's extraction pool, opened on first use by GAFU_RECIPE, GAFU_BACKEND and GAFU_POOL_SIZE. One that
 * could not be opened is tried anew by the next caller.
 *
 * @throws Problem as {@link openVision}: unknown recipe, network not installed, projections not fitted
 */
export function sharedVision(): Promise<Vision> {
  return processSingleton(singleton, () => {
    const { recipe, backend, poolSize, modelsDir } = settings();
    return openVision({ recipe, backend, poolSize, modelsDir }).catch((error: unknown) => {
      forgetSingleton(singleton);
      throw error;
    });
  });
}

/** The pool as it is now, none opened for it: null where there is none, `opening` while its network is being loaded. */
export async function visionNow(): Promise<Vision | 'opening' | null> {
  if (!hasSingleton(singleton)) return null;
  return Promise.race([sharedVision(), Promise.resolve('opening' as const)]).catch(() => null);
}

/** Ends the pool's processes, if there is one; the next use of {@link sharedVision} opens another. */
export async function closeSharedVision(): Promise<void> {
  const open = processSingleton<Promise<Vision> | null>(singleton, () => null);
  forgetSingleton(singleton);
  await open?.then(
    (vision) => vision.close(),
    () => undefined,
  );
}

import { hasSingleton, processSingleton } from '@/lib/platform/process-singleton';
import { settings } from '@/lib/platform/settings';
import { openVision, type Vision } from './vision';

const singleton = 'vision';

/** What a process embeds pictures by. */
export interface VisionChoice {
  readonly recipe: string;
  /** Another one makes the pool open its network and projections again. */
  readonly generation: string;
}

interface Shared {
  key: string | null;
  vision: Promise<Vision> | null;
}

const shared = () => processSingleton<Shared>(singleton, () => ({ key: null, vision: null }));

/**
 * This process's extraction pool, opened on first use by GAFU_BACKEND and GAFU_POOL_SIZE. One that could not be
 * opened is tried again by the next caller; another choice opens another, and the one before ends with its last picture.
 *
 * @throws Problem as {@link openVision}: unknown recipe, network not installed, projections not fitted
 */
export function sharedVision({ recipe, generation }: VisionChoice): Promise<Vision> {
  const current = shared();
  const key = `${recipe} ${generation}`;
  if (current.vision !== null && current.key === key) return current.vision;
  const { backend, poolSize, modelsDir } = settings();
  const before = current.vision;
  const opening = openVision({ recipe, backend, poolSize, modelsDir });
  current.key = key;
  current.vision = opening;
  opening.then(
    () =>
      before?.then(
        (vision) => vision.retire(),
        () => undefined,
      ),
    () => {
      if (current.vision === opening) Object.assign(current, { key: null, vision: before });
    },
  );
  return opening;
}

/** The pool as it is now, none opened for it: null where there is none, `opening` while its network is being loaded. */
export async function visionNow(): Promise<Vision | 'opening' | null> {
  if (!hasSingleton(singleton)) return null;
  const { vision } = shared();
  return vision && Promise.race([vision, Promise.resolve('opening' as const)]).catch(() => null);
}

/** Ends the pool's processes, if there is one; the next use of {@link sharedVision} opens another. */
export async function closeSharedVision(): Promise<void> {
  const { vision } = shared();
  Object.assign(shared(), { key: null, vision: null });
  await vision?.then(
    (open) => open.close(),
    () => undefined,
  );
}

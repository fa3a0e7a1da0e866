import { type Database } from '@/lib/catalog/database';
import { findLiveSpaces } from '@/lib/catalog/spaces.repository';
import { settings } from '@/lib/platform/settings';
import { browserFiles, type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { embeddingKinds } from '@/lib/vision/embedding';
import { browserNetwork } from '@/lib/vision/node/browser-network';

/**
 * What visitors' devices need to read pictures themselves. Null where that would lead to nothing: the searches are
 * answered from spaces of another network, or of another state of this one.
 */
export async function deviceOffer(
  db: Database,
  modelsDir = settings().modelsDir,
): Promise<DeviceOffer | null> {
  const [network, live] = await Promise.all([browserNetwork(modelsDir), findLiveSpaces(db)]);
  if (network === null || live.style === undefined) return null;
  if (embeddingKinds.some((kind) => live[kind] !== undefined && live[kind].id !== network.spaces[kind]))
    return null;
  const sizes = browserFiles.map((file) => [file, network.files[file].byteLength]);
  return {
    address: `/network/${network.digest}`,
    sizesBytes: Object.fromEntries(sizes) as DeviceOffer['sizesBytes'],
    spaceIds: embeddingKinds.flatMap((kind) => live[kind]?.id ?? []),
  };
}

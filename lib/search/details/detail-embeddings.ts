import { type PictureEmbedding, type SpacedVector } from '@/lib/catalog/embeddings.repository';
import { networkInput } from '@/lib/images/network-input';
import { imageStore } from '@/lib/images/shared-image-store';
import { Problem } from '@/lib/platform/problem';
import { processSingleton } from '@/lib/platform/process-singleton';
import { rateLimit } from '@/lib/platform/rate-limit';
import { recentlyUsed } from '@/lib/platform/recently-used';
import { embeddingKinds } from '@/lib/vision/embedding';
import { type Vision } from '@/lib/vision/node/vision';
import { liveVision } from '../live-vision';
import { type Detail, formatDetail } from '../question/detail';
import { pictureKey } from '../question/term';
import { type SearchReference } from '../references';

/** A thousand details with vectors of 768, 128 and 125 values take 4 MB. */
const keptMax = 1_000;

const kept = () =>
  processSingleton('detail-embeddings', () => recentlyUsed<readonly SpacedVector[]>(keptMax));

/** Embedding a detail takes as long as embedding an upload, and counts as one. */
const detailLimit = rateLimit({
  name: 'uploads',
  windowSeconds: 60,
  clientMax: 60,
  refusal: ({ clientMax, retryAfterSeconds }) =>
    `At most ${clientMax} details or pictures a minute may be searched with. Try again in ${retryAfterSeconds} s.`,
});

/**
 * The embeddings of a part of a picture, in the spaces of the network in service. Decoding and embedding take their
 * turn among the visitors' pictures (decision 022); the result is kept in this process for as long as it is used more
 * than others.
 * @throws Problem `conflict` for a picture that is not stored, `too-many-requests` past the client's share, or as
 * {@link networkInput} and {@link liveVision}
 */
export async function detailEmbeddings(
  reference: Pick<SearchReference, 'ref' | 'image'>,
  detail: Detail,
): Promise<readonly PictureEmbedding[]> {
  const { ref, image } = reference;
  if (image === null)
    throw new Problem(
      'conflict',
      `The picture "${ref}" stayed on the device that embedded it, so no detail of it can be searched with. Send the picture itself.`,
      { ref },
    );
  const vision = await liveVision();
  const spaceIds = embeddingKinds.map((kind) => vision.spaces[kind].id);
  const key = [image.key, formatDetail(detail), ...spaceIds].join(' ');
  const vectors = kept().get(key) ?? (await embedDetail(ref, image.key, detail, vision));
  kept().set(key, vectors);
  return vectors.map((vector) => ({ ...vector, pictureId: pictureKey({ ref, detail }) }));
}

async function embedDetail(
  ref: string,
  imageKey: string,
  { x, y, width, height }: Detail,
  vision: Vision,
): Promise<readonly SpacedVector[]> {
  await detailLimit.count();
  const bytes = await imageStore().get(imageKey);
  if (bytes === null)
    throw new Problem(
      'conflict',
      `The picture "${ref}" is no longer stored, so no detail of it can be searched with.`,
      { ref },
    );
  const region = { x: x / 100, y: y / 100, width: width / 100, height: height / 100 };
  const { embeddings } = await vision.embed(await networkInput(bytes, vision.view, region));
  return embeddingKinds.map((kind) => ({ spaceId: vision.spaces[kind].id, vector: embeddings[kind] }));
}

import { createHash } from 'node:crypto';
import { type Artwork, type ArtworkDetails, type ArtworkImage } from '@/lib/catalog/artwork';
import { createArtwork, setArtworkState } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { type Space } from '@/lib/vision/space';

/** Details in their own names, or the flat ones of a list: `title`, `artist`, `movement`, `subject`, `description`. */
export type SomeDetails = Partial<ArtworkDetails> & {
  readonly title?: string;
  readonly artist?: string | null;
  readonly movement?: string | null;
  readonly subject?: string | null;
  readonly description?: string | null;
};

export function someDetails(details: SomeDetails = {}): ArtworkDetails {
  const { titles, title = 'Untitled', ...others } = details;
  // Titles are stored as they are given; all else as a curator's input.
  return {
    ...parseArtworkDetails({ title: 'x', ...others }),
    titles: titles ?? [{ text: title, language: null }],
  };
}

/** The facts of a picture that exists in no image store, another for every seed. */
export function someImage(seed: string): ArtworkImage {
  return {
    key: createHash('sha256').update(seed).digest('hex'),
    width: 640,
    height: 480,
    sizeBytes: 100_000,
    mediaType: 'image/jpeg',
    thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
    colour: '#6a7f5b',
    perceptualHash: '00ff00ff00ff00ff',
  };
}

let seeds = 0;

/** A work in the catalogue that is `ready`, without embeddings. */
export async function addWork(db: DatabaseClient, details: SomeDetails = {}): Promise<Artwork> {
  const work = await createArtwork(db, {
    details: someDetails(details),
    image: someImage(`work ${(seeds += 1)}`),
  });
  await setArtworkState(db, work.id, 'ready');
  return { ...work, state: 'ready' };
}

export function someSpace(kind: EmbeddingKind, name: string, dimensions = 4): Space {
  return {
    id: `${kind}-${name}`,
    kind,
    extractor: 'vgg19/bgr-mean/0000000000000000',
    descriptor: {
      statistic: 'gram',
      layers: ['block3_conv3'],
      normalisation: 'signed-sqrt',
      unitLength: true,
    },
    projectionId: 'none',
    dimensions,
  };
}

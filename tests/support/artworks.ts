import { createHash } from 'node:crypto';
import { type Artwork, type ArtworkDetails, type ArtworkImage } from '@/lib/catalog/artwork';
import { createArtwork, setArtworkState } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { type Space } from '@/lib/vision/space';

const unknown: Omit<ArtworkDetails, 'title'> = {
  artist: null,
  movement: null,
  subject: null,
  medium: null,
  dateText: null,
  year: null,
  description: null,
  source: null,
  rights: null,
};

export function someDetails(details: Partial<ArtworkDetails> = {}): ArtworkDetails {
  return { ...unknown, title: 'Untitled', ...details };
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
export async function addWork(db: DatabaseClient, details: Partial<ArtworkDetails> = {}): Promise<Artwork> {
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

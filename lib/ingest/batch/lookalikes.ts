import { z } from 'zod';
import { type Artwork } from '@/lib/catalog/artwork';
import { type BatchFile } from '@/lib/catalog/batches.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { isSamePicture, sameHashBitsMax } from '@/lib/images/same-picture';
import { type SafePicture } from '@/lib/images/safe-picture';
import { findNearDuplicates } from '../near-duplicates';

const schema = z.array(z.object({ kind: z.enum(['work', 'file']), id: z.string(), isExact: z.boolean() }));

/** A work or file with a picture that looks the same, as it is kept. */
export type KeptLookalike = z.output<typeof schema>[number];

export function lookalikesOf({ lookalikes }: Pick<BatchFile, 'lookalikes'>): KeptLookalike[] {
  return schema.parse(lookalikes);
}

/** Works of the collection with this picture, or one that looks the same: as `gafu add` and the API find them. */
export async function similarWorks(
  db: DatabaseClient,
  picture: Omit<SafePicture, 'bytes'>,
  same: Artwork | null,
): Promise<KeptLookalike[]> {
  if (same !== null) return [{ kind: 'work', id: same.id, isExact: true }];
  const works = await findNearDuplicates(db, picture);
  return works.map(({ id }) => ({ kind: 'work', id, isExact: false }));
}

interface ComparedFile {
  readonly id: string;
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly perceptualHash: string;
}

const reportedMax = 5;

/** The same among the checked files of the batch, of which this one is not one yet. */
export async function similarFiles(
  db: DatabaseClient,
  { id, batchId }: Pick<BatchFile, 'id' | 'batchId'>,
  picture: Omit<SafePicture, 'bytes'>,
): Promise<KeptLookalike[]> {
  const files = await db.$queryRaw<ComparedFile[]>`
    SELECT batch_files.id, key, width, height, colour, perceptual_hash AS "perceptualHash"
    FROM batch_files JOIN images ON images.key = image_key
    WHERE batch_id = ${batchId} AND batch_files.id <> ${id} AND state IN ('checked', 'adding')
      AND bit_count(('x' || perceptual_hash)::bit(64) # ('x' || ${picture.perceptualHash})::bit(64)) <= ${sameHashBitsMax}
    ORDER BY position`;
  return files
    .filter((file) => isSamePicture(file, picture))
    .slice(0, reportedMax)
    .map((file) => ({ kind: 'file', id: file.id, isExact: file.key === picture.key }));
}

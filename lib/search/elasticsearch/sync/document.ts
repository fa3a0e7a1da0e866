import { type IndexableWork } from '@/lib/catalog/index-changes.repository';
import { type EncodeVector } from '../vector-encoding';

/** What the index holds of a work: everything but its picture, and its embeddings in the index's own spaces. */
export function workDocument(
  work: IndexableWork,
  spaceIds: readonly string[],
  encode: EncodeVector,
): Record<string, unknown> {
  const { embeddings, createdAt, ...details } = work;
  const held = spaceIds.flatMap((id) => {
    const vector = embeddings.get(id);
    return vector === undefined ? [] : [{ id, vector }];
  });
  return {
    ...details,
    createdAt: createdAt.toISOString(),
    spaces: held.map(({ id }) => id),
    ...Object.fromEntries(held.map(({ id, vector }) => [id, encode(vector)])),
  };
}

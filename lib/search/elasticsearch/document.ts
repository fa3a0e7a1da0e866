import { type IndexableWork } from '@/lib/catalog/index-changes.repository';

/** What the index holds of a work: everything but its picture, and its embeddings in the index's own spaces. */
export function workDocument(work: IndexableWork, spaceIds: readonly string[]): Record<string, unknown> {
  const { embeddings, createdAt, ...details } = work;
  const held = spaceIds.flatMap((id) => {
    const vector = embeddings.get(id);
    return vector === undefined ? [] : [{ id, vector }];
  });
  return {
    ...details,
    createdAt: createdAt.toISOString(),
    spaces: held.map(({ id }) => id),
    ...Object.fromEntries(held.map(({ id, vector }) => [id, floats(vector)])),
  };
}

/** Numbers as short as they can be written without losing a bit of their float32: nine digits. */
export function floats(vector: ArrayLike<number>): number[] {
  return Array.from(vector, (value) => Number(value.toPrecision(9)));
}

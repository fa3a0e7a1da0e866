import { type Client, type estypes } from '@elastic/elasticsearch';
import { type IndexableWork, type IndexChange } from '@/lib/catalog/index-changes.repository';
import { log } from '@/lib/platform/log';
import { type ManagedIndex } from '../managed-indices';
import { type EncodeVector, encodingsFor } from '../vector-encoding';

/**
 * Writes changes to indices. Each carries the version of its work, and Elasticsearch keeps the highest version, so a
 * late or repeated write does no harm.
 * @throws ResponseError if Elasticsearch cannot accept them now; a document that it rejects for good is logged
 */
export async function writeChanges(
  client: Client,
  indices: readonly Pick<ManagedIndex, 'name' | 'spaces' | 'isCurrent'>[],
  changes: readonly IndexChange[],
): Promise<void> {
  if (changes.length === 0 || indices.length === 0) return;
  const { encode } = await encodingsFor(client);
  const operations = indices.flatMap((index) => bulkOperations(changes, index, encode));
  const { errors: hasErrors, items } = await client.bulk({ operations });
  if (!hasErrors) return;
  for (const item of items) {
    const { _id: artworkId, _index: index, status, error } = item.index ?? item.delete ?? {};
    // 409: the index has a newer version. 404: already deleted, or the index was just removed.
    if (status === undefined || status < 300 || status === 409 || status === 404) continue;
    if (status === 429 || status >= 500)
      throw new Error(`Elasticsearch could not write ${artworkId} to ${index}: ${error?.reason}`);
    log.error(
      { artworkId, index, reason: error?.reason },
      'Elasticsearch rejects a work: searches will not find it',
    );
  }
}

/** The part of a bulk request for one index: works are written as they are now, removed works are deleted. */
export function bulkOperations(
  changes: readonly IndexChange[],
  { name, spaces, isCurrent }: Pick<ManagedIndex, 'name' | 'spaces' | 'isCurrent'>,
  encode: EncodeVector,
): (estypes.BulkOperationContainer | Record<string, unknown>)[] {
  return changes.flatMap(({ artworkId, version, work }) => {
    const target = { _index: name, _id: artworkId, version, version_type: 'external_gte' as const };
    return work === null
      ? [{ delete: target }]
      : [{ index: target }, documentOf(work, Object.values(spaces), { encode, isCurrent })];
  });
}

/** Everything about a work except its picture, with its embeddings in the spaces of the index. */
function documentOf(
  work: IndexableWork,
  spaceIds: readonly string[],
  { encode, isCurrent }: { readonly encode: EncodeVector; readonly isCurrent: boolean },
): Record<string, unknown> {
  const { embeddings, createdAt, years, colour, ...details } = work;
  const held = spaceIds.flatMap((id) => {
    const vector = embeddings.get(id);
    return vector === undefined ? [] : [{ id, vector }];
  });
  return {
    ...details,
    // An index from before these fields refuses them; it serves until the next is built.
    ...(isCurrent && { years, colour }),
    createdAt: createdAt.toISOString(),
    spaces: held.map(({ id }) => id),
    ...Object.fromEntries(held.map(({ id, vector }) => [id, encode(vector)])),
  };
}

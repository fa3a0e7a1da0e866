import { type Client, type estypes } from '@elastic/elasticsearch';
import { type IndexChange } from '@/lib/catalog/index-changes.repository';
import { log } from '@/lib/platform/log';
import { workDocument } from './document';
import { type OwnIndex } from '../own-indices';
import { type EncodeVector, encodingFor } from '../vector-encoding';

/** One bulk request's part of an index: the works as they are, the gone ones deleted. */
export function bulkOperations(
  changes: readonly IndexChange[],
  { name, spaces }: Pick<OwnIndex, 'name' | 'spaces'>,
  encode: EncodeVector,
): (estypes.BulkOperationContainer | Record<string, unknown>)[] {
  return changes.flatMap(({ artworkId, version, work }) => {
    const target = { _index: name, _id: artworkId, version, version_type: 'external_gte' as const };
    return work === null
      ? [{ delete: target }]
      : [{ index: target }, workDocument(work, Object.values(spaces), encode)];
  });
}

/**
 * Writes changes to indices. Each carries its work's version, and Elasticsearch keeps the greatest: a write that is
 * late or comes again does no harm.
 * @throws ResponseError when Elasticsearch cannot take them now; a document that it refuses for good is logged
 */
export async function writeChanges(
  client: Client,
  indices: readonly Pick<OwnIndex, 'name' | 'spaces'>[],
  changes: readonly IndexChange[],
): Promise<void> {
  if (changes.length === 0 || indices.length === 0) return;
  const encode = await encodingFor(client);
  const operations = indices.flatMap((index) => bulkOperations(changes, index, encode));
  const { errors: hasErrors, items } = await client.bulk({ operations });
  if (!hasErrors) return;
  for (const item of items) {
    const { _id: artworkId, _index: index, status, error } = item.index ?? item.delete ?? {};
    // 409: a newer version is there. 404: deleted already, or its index was just removed.
    if (status === undefined || status < 300 || status === 409 || status === 404) continue;
    if (status === 429 || status >= 500)
      throw new Error(`Elasticsearch could not write ${artworkId} to ${index}: ${error?.reason}`);
    log.error(
      { artworkId, index, reason: error?.reason },
      'Elasticsearch refuses a work: it will not be found',
    );
  }
}

import { type estypes } from '@elastic/elasticsearch';
import { liveSpaces, replaceLiveSpaces } from '@/lib/catalog/spaces.repository';
import { embeddingKinds } from '@/lib/vision/embedding';
import { buildingAlias, liveAlias, previousAlias, spaceAlias } from '../index-naming';
import { type ManagedIndex, managedIndices } from '../managed-indices';
import { type IndexMaintenance } from './maintenance';

/**
 * Makes a complete index the live one, and its spaces the live spaces, without a moment at which a search would fail:
 * first the index gets the aliases of its spaces, then Postgres makes these spaces live, then the old index loses its
 * aliases. The old index is kept for a rollback, and the one kept before it is deleted. If the process dies between
 * two steps, it can be called again.
 */
export async function promote(
  maintenance: IndexMaintenance,
  { name }: Pick<ManagedIndex, 'name'>,
): Promise<void> {
  const { client, db, layout } = maintenance;
  const indices = await managedIndices(client, layout);
  const index = indices.find((candidate) => candidate.name === name);
  if (!index) throw new Error(`The index ${name} no longer exists`);
  const others = indices.filter((other) => other !== index);
  const previous = others.find(({ isLive }) => isLive) ?? others.find(({ isPrevious }) => isPrevious);
  const spaceIds = Object.values(index.spaces);

  const moved = [liveAlias(layout), previousAlias(layout), ...spaceIds.map((id) => spaceAlias(layout, id))];
  await client.indices.updateAliases({
    actions: [
      ...others.flatMap((other) => remove(other, moved)),
      ...remove(index, [buildingAlias(layout), previousAlias(layout)]),
      add(index, liveAlias(layout)),
      ...spaceIds.map((id) => add(index, spaceAlias(layout, id))),
      ...(previous ? [add(previous, previousAlias(layout))] : []),
    ],
  });

  const before = await liveSpaces(db);
  if (embeddingKinds.some((kind) => index.spaces[kind] !== before[kind]))
    await replaceLiveSpaces(db, index.spaces);

  const outdated = others.flatMap((other) =>
    remove(
      other,
      Object.values(other.spaces).flatMap((id) => (spaceIds.includes(id) ? [] : [spaceAlias(layout, id)])),
    ),
  );
  if (outdated.length > 0) await client.indices.updateAliases({ actions: outdated });
  for (const other of others)
    if (other !== previous) await client.indices.delete({ index: other.name }, { ignore: [404] });
}

function add({ name }: Pick<ManagedIndex, 'name'>, alias: string): estypes.IndicesUpdateAliasesAction {
  return { add: { index: name, alias } };
}

/** Only the aliases that the index has: removing another is an error. */
function remove(
  { name, aliases }: Pick<ManagedIndex, 'name' | 'aliases'>,
  unwanted: readonly string[],
): estypes.IndicesUpdateAliasesAction[] {
  return aliases
    .filter((alias) => unwanted.includes(alias))
    .map((alias) => ({ remove: { index: name, alias } }));
}

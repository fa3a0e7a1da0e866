import { type estypes } from '@elastic/elasticsearch';
import { liveSpaces, replaceLiveSpaces } from '@/lib/catalog/spaces.repository';
import { embeddingKinds } from '@/lib/vision/embedding';
import { ownIndices, type OwnIndex } from '../own-indices';
import { buildingAlias, liveAlias, previousAlias, spaceAlias } from '../index-naming';
import { type Upkeep } from './maintenance';

/**
 * Makes a complete index the one that is searched, and its spaces the live ones, without a moment at which a search
 * would fail: first the index answers under the names of its spaces as well, then Postgres says that they are live,
 * then the old index answers no more. It is kept for a rollback, and what was kept before is removed. Ended between
 * two of these steps it may be called again.
 */
export async function putInService(upkeep: Upkeep, { name }: Pick<OwnIndex, 'name'>): Promise<void> {
  const { client, db, shape } = upkeep;
  const indices = await ownIndices(client, shape);
  const index = indices.find((candidate) => candidate.name === name);
  if (!index) throw new Error(`The index ${name} is not there any more`);
  const others = indices.filter((other) => other !== index);
  const previous = others.find(({ isLive }) => isLive) ?? others.find(({ isPrevious }) => isPrevious);
  const spaceIds = Object.values(index.spaces);

  const moved = [liveAlias(shape), previousAlias(shape), ...spaceIds.map((id) => spaceAlias(shape, id))];
  await client.indices.updateAliases({
    actions: [
      ...others.flatMap((other) => remove(other, moved)),
      ...remove(index, [buildingAlias(shape), previousAlias(shape)]),
      add(index, liveAlias(shape)),
      ...spaceIds.map((id) => add(index, spaceAlias(shape, id))),
      ...(previous ? [add(previous, previousAlias(shape))] : []),
    ],
  });

  const before = await liveSpaces(db);
  if (embeddingKinds.some((kind) => index.spaces[kind] !== before[kind]))
    await replaceLiveSpaces(db, index.spaces);

  const answering = others.flatMap((other) =>
    remove(
      other,
      Object.values(other.spaces).flatMap((id) => (spaceIds.includes(id) ? [] : [spaceAlias(shape, id)])),
    ),
  );
  if (answering.length > 0) await client.indices.updateAliases({ actions: answering });
  for (const other of others)
    if (other !== previous) await client.indices.delete({ index: other.name }, { ignore: [404] });
}

function add({ name }: Pick<OwnIndex, 'name'>, alias: string): estypes.IndicesUpdateAliasesAction {
  return { add: { index: name, alias } };
}

/** Those of these aliases that an index has. */
function remove(
  { name, aliases }: Pick<OwnIndex, 'name' | 'aliases'>,
  unwanted: readonly string[],
): estypes.IndicesUpdateAliasesAction[] {
  return aliases
    .filter((alias) => unwanted.includes(alias))
    .map((alias) => ({ remove: { index: name, alias } }));
}

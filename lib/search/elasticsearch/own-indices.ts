import { type Client } from '@elastic/elasticsearch';
import { embeddingKinds } from '@/lib/vision/embedding';
import { type IndexMeta } from './index-definition';
import { buildingAlias, type IndexShape, liveAlias, previousAlias, spaceAlias } from './index-naming';

/** One of the deployment's indices, and what part it has. */
export interface OwnIndex extends Pick<IndexMeta, 'spaces'> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isLive: boolean;
  readonly isPrevious: boolean;
  readonly isBuilding: boolean;
  /** Whether changes have to be written to it: it is searched, or will be. */
  readonly follows: boolean;
}

/** All of the deployment's indices, oldest first. */
export async function ownIndices(client: Client, shape: IndexShape): Promise<readonly OwnIndex[]> {
  const found = await client.indices.get({
    index: `${shape.prefix}-*`,
    features: ['aliases', 'mappings'],
    allow_no_indices: true,
  });
  const asSpace = spaceAlias(shape, '');
  return Object.entries(found)
    .flatMap(([name, { aliases = {}, mappings }]): OwnIndex[] => {
      const meta = mappings?._meta as IndexMeta | undefined;
      if (meta?.prefix !== shape.prefix) return [];
      const names = Object.keys(aliases);
      const isLive = names.includes(liveAlias(shape));
      const isBuilding = names.includes(buildingAlias(shape));
      return [
        {
          name,
          aliases: names,
          spaces: meta.spaces,
          isLive,
          isPrevious: names.includes(previousAlias(shape)),
          isBuilding,
          follows: isLive || isBuilding || names.some((alias) => alias.startsWith(asSpace)),
        },
      ];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The one that is searched; undefined where there is none. */
export async function liveIndex(client: Client, shape: IndexShape): Promise<OwnIndex | undefined> {
  return (await ownIndices(client, shape)).find(({ isLive }) => isLive);
}

/** Whether an index is of exactly these spaces. */
export function holdsSpaces({ spaces }: Pick<OwnIndex, 'spaces'>, wanted: IndexMeta['spaces']): boolean {
  return embeddingKinds.every((kind) => spaces[kind] === wanted[kind]);
}

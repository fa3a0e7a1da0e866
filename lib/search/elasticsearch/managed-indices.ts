import { type Client } from '@elastic/elasticsearch';
import { embeddingKinds } from '@/lib/vision/embedding';
import { type IndexMeta, indexVersion } from './index-definition';
import { buildingAlias, type IndexLayout, liveAlias, previousAlias, spaceAlias } from './index-naming';

/** An index that belongs to this deployment, and its role. */
export interface ManagedIndex extends Pick<IndexMeta, 'spaces'> {
  readonly name: string;
  /** Whether it has the fields that this version of Gafu writes and reads. */
  readonly isCurrent: boolean;
  readonly aliases: readonly string[];
  readonly isLive: boolean;
  readonly isPrevious: boolean;
  readonly isBuilding: boolean;
  /** Whether changes must be written to it, because it answers searches now or soon will. */
  readonly receivesChanges: boolean;
}

/** All indices of this deployment, oldest first. */
export async function managedIndices(client: Client, layout: IndexLayout): Promise<readonly ManagedIndex[]> {
  const found = await client.indices.get({
    index: `${layout.prefix}-*`,
    features: ['aliases', 'mappings'],
    allow_no_indices: true,
  });
  const anySpace = spaceAlias(layout, '');
  return Object.entries(found)
    .flatMap(([name, { aliases = {}, mappings }]): ManagedIndex[] => {
      const meta = mappings?._meta as IndexMeta | undefined;
      if (meta?.prefix !== layout.prefix) return [];
      const names = Object.keys(aliases);
      const isLive = names.includes(liveAlias(layout));
      const isBuilding = names.includes(buildingAlias(layout));
      return [
        {
          name,
          isCurrent: meta.version === indexVersion,
          aliases: names,
          spaces: meta.spaces,
          isLive,
          isPrevious: names.includes(previousAlias(layout)),
          isBuilding,
          receivesChanges: isLive || isBuilding || names.some((alias) => alias.startsWith(anySpace)),
        },
      ];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The index that answers searches; undefined if there is none. */
export async function liveIndex(client: Client, layout: IndexLayout): Promise<ManagedIndex | undefined> {
  return (await managedIndices(client, layout)).find(({ isLive }) => isLive);
}

/** Whether an index holds exactly these spaces. */
export function holdsSpaces({ spaces }: Pick<ManagedIndex, 'spaces'>, wanted: IndexMeta['spaces']): boolean {
  return embeddingKinds.every((kind) => spaces[kind] === wanted[kind]);
}

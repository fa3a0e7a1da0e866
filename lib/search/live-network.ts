import { type Database } from '@/lib/catalog/database';
import { findLiveSpaces } from '@/lib/catalog/spaces.repository';
import { type EmbeddingKind, type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { recipes } from '@/lib/vision/recipes';
import { type Space } from '@/lib/vision/space';

/** The network that embeds the collection's pictures, and the spaces that their embeddings are compared in. */
export interface LiveNetwork {
  /** `vgg19`; null before the first work is embedded. */
  readonly name: string | null;
  /** The recipe that the live spaces follow; null for one that this version does not know. */
  readonly recipe: string | null;
  readonly spaces: Partial<Record<EmbeddingKind, Space>>;
}

/** Reads it from the live spaces in the catalogue; no network is loaded. */
export async function findLiveNetwork(db: Database): Promise<LiveNetwork> {
  const spaces = await findLiveSpaces(db);
  const [first] = networkKinds.flatMap((kind) => spaces[kind] ?? []);
  return { name: first?.extractor.split('/')[0] ?? null, recipe: recipeOf(spaces), spaces };
}

function recipeOf(spaces: Partial<Record<EmbeddingKind, Space>>): string | null {
  const follows = (
    { descriptor, dimensions }: Space,
    kind: NetworkKind,
    recipe: (typeof recipes)[number],
  ) => {
    const wanted = recipe.embeddings[kind];
    return (
      JSON.stringify(sorted(wanted.descriptor)) === JSON.stringify(sorted(descriptor)) &&
      (wanted.projection.kind === 'none' || wanted.projection.dimensions === dimensions)
    );
  };
  const found = recipes.find((recipe) =>
    networkKinds.every((kind) => {
      const space = spaces[kind];
      return space !== undefined && follows(space, kind, recipe);
    }),
  );
  return found?.name ?? null;
}

/** Postgres' jsonb does not keep the order of members. */
function sorted(record: object): unknown[] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

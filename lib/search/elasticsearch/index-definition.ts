import { type estypes } from '@elastic/elasticsearch';
import { forEachFacet } from '@/lib/catalog/artwork';
import { type Space } from '@/lib/vision/space';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type IndexLayout } from './index-naming';

export type IndexSpaces = Partial<Record<EmbeddingKind, Pick<Space, 'id' | 'dimensions'>>>;

/** What an index stores about itself in its mapping. */
export interface IndexMeta {
  /** Tells our indices apart from those of a deployment whose prefix begins with ours. */
  readonly prefix: string;
  /** By kind, the space of its vectors. */
  readonly spaces: Partial<Record<EmbeddingKind, string>>;
  /** {@link indexVersion} when it was made; left out by the first. */
  readonly version?: number;
}

/** Counted up when the fields of an index change: an index of another version is built anew. */
export const indexVersion = 3;

/** A Lucene term has at most 32,766 bytes, and a character at most four. */
const keyword = { type: 'keyword', ignore_above: 8191 } as const;

/**
 * How many times more works a graph's walk collects than requested, to be ordered by their full vectors. Only for
 * graphs that store vectors quantised; bits lose more than bytes.
 */
export const oversampling = { hnsw: null, int8_hnsw: 2, bbq_hnsw: 4 } as const;

/**
 * The settings and mapping of an index for these spaces while it is being filled. Its vectors are plain lists, which
 * become graphs ({@link graphFields}) once all works are there: a graph that grows with each write is rebuilt at every
 * merge of segments.
 */
export function indexDefinition(
  layout: IndexLayout,
  spaces: IndexSpaces,
): Required<Pick<estypes.IndicesCreateRequest, 'settings' | 'mappings'>> {
  const held = embeddingKinds.flatMap((kind) => spaces[kind] ?? []);
  const meta: IndexMeta = {
    prefix: layout.prefix,
    version: indexVersion,
    spaces: Object.fromEntries(
      embeddingKinds.flatMap((kind) => (spaces[kind] ? [[kind, spaces[kind].id]] : [])),
    ),
  };
  return {
    settings: {
      number_of_shards: layout.shards,
      number_of_replicas: 0,
      refresh_interval: '-1',
      // How long the version of a deleted work is remembered, so that a late write cannot bring it back.
      gc_deletes: '10m',
    },
    mappings: {
      dynamic: 'strict',
      _meta: { ...meta },
      _source: { excludes: held.map(({ id }) => id) },
      properties: {
        id: keyword,
        title: { type: 'text', fields: { keyword } },
        ...forEachFacet(() => keyword),
        year: { type: 'integer' },
        years: { type: 'integer_range' },
        state: keyword,
        createdAt: { type: 'date' },
        words: keyword,
        spaces: keyword,
        ...Object.fromEntries(
          held.map(({ id, dimensions }) => [id, vectorField(dimensions, lists[layout.vectors])]),
        ),
      },
    },
  };
}

/**
 * Graphs are walked to the end. Newer versions stop a walk when it seems to find nothing nearer, which in an index of
 * several segments missed up to a tenth of the ten nearest works. Older versions lack the setting and do not need it.
 */
export const graphSettings: estypes.IndicesIndexSettings = {
  'index.dense_vector.hnsw_enable_early_termination': false,
};

/** All cores build one graph together. Versions without this setting take longer. */
export const mergeSettings: estypes.IndicesIndexSettings = {
  'index.merge.intra_merge_parallelism_enabled': true,
};

/** The settings of a filled index that is about to answer searches. */
export function servingSettings({ replicas }: IndexLayout): estypes.IndicesIndexSettings {
  return { number_of_replicas: replicas, refresh_interval: '1s' };
}

/** The mapping that turns the lists of a filled index into graphs at the next merge of its segments. */
export function graphFields(
  { vectors }: IndexLayout,
  spaces: IndexSpaces,
): Record<string, estypes.MappingProperty> {
  return Object.fromEntries(
    embeddingKinds.flatMap((kind) => {
      const space = spaces[kind];
      return space ? [[space.id, vectorField(space.dimensions, vectors)]] : [];
    }),
  );
}

/** The list type from which each type of graph is made. */
const lists = { hnsw: 'flat', int8_hnsw: 'int8_flat', bbq_hnsw: 'bbq_flat' } as const;

/** The field is named after its space, so a query in another space finds no such field. */
function vectorField(
  dimensions: number,
  type: estypes.MappingDenseVectorIndexOptionsType,
): estypes.MappingProperty {
  return {
    type: 'dense_vector',
    dims: dimensions,
    index: true,
    similarity: 'dot_product',
    index_options: { type },
  };
}

import { type estypes } from '@elastic/elasticsearch';
import { type Space } from '@/lib/vision/space';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type IndexShape } from './index-naming';

export type IndexSpaces = Partial<Record<EmbeddingKind, Pick<Space, 'id' | 'dimensions'>>>;

/** What an index says of itself, in its mapping. */
export interface IndexMeta {
  /** Whose it is, should another deployment's prefix begin with ours. */
  readonly prefix: string;
  /** By kind, the space that its vectors are of. */
  readonly spaces: Partial<Record<EmbeddingKind, string>>;
}

/** Terms of Lucene are at most 32,766 bytes long, a character at most four. */
const keyword = { type: 'keyword', ignore_above: 8191 } as const;

/**
 * How much more the graph's walk collects than is asked for, to be ordered by the vectors as they are. Only for
 * vectors that the graph keeps shortened; bits lose more than bytes.
 */
export const oversampling = { hnsw: null, int8_hnsw: 2, bbq_hnsw: 4 } as const;

/**
 * The settings and the mapping of an index for the works of these spaces, as it is while it is filled: its vectors are
 * lists, and become graphs ({@link graphFields}) when all are there. Graphs that grow with each write are built again
 * with every merge of segments.
 */
export function indexBody(
  shape: IndexShape,
  spaces: IndexSpaces,
): Required<Pick<estypes.IndicesCreateRequest, 'settings' | 'mappings'>> {
  const held = embeddingKinds.flatMap((kind) => spaces[kind] ?? []);
  const meta: IndexMeta = {
    prefix: shape.prefix,
    spaces: Object.fromEntries(
      embeddingKinds.flatMap((kind) => (spaces[kind] ? [[kind, spaces[kind].id]] : [])),
    ),
  };
  return {
    settings: {
      number_of_shards: shape.shards,
      number_of_replicas: 0,
      refresh_interval: '-1',
      // How long a deletion's version is remembered, so that a write on its way cannot bring the work back.
      gc_deletes: '10m',
    },
    mappings: {
      dynamic: 'strict',
      _meta: { ...meta },
      _source: { excludes: held.map(({ id }) => id) },
      properties: {
        id: keyword,
        title: { type: 'text', fields: { keyword } },
        artist: keyword,
        movement: keyword,
        subject: keyword,
        medium: keyword,
        year: { type: 'integer' },
        century: keyword,
        description: { type: 'text' },
        source: keyword,
        rights: keyword,
        state: keyword,
        createdAt: { type: 'date' },
        words: keyword,
        spaces: keyword,
        ...Object.fromEntries(
          held.map(({ id, dimensions }) => [id, vectorField(dimensions, lists[shape.vectors])]),
        ),
      },
    },
  };
}

/**
 * Graphs are walked to their end. Newer versions break a walk off where it seems to find nothing nearer any more,
 * which in an index of several segments cost up to a tenth of the ten nearest works. Older ones know no such
 * setting, and need none.
 */
export const graphSettings: estypes.IndicesIndexSettings = {
  'index.dense_vector.hnsw_enable_early_termination': false,
};

/** One graph is built by all cores, not by one. Versions without the setting take longer. */
export const mergeSettings: estypes.IndicesIndexSettings = {
  'index.merge.intra_merge_parallelism_enabled': true,
};

/** The settings of an index that has been filled and goes into service. */
export function servingSettings({ replicas }: IndexShape): estypes.IndicesIndexSettings {
  return { number_of_replicas: replicas, refresh_interval: '1s' };
}

/** What turns the lists of an index that has been filled into graphs, at the next merge of its segments. */
export function graphFields(
  { vectors }: IndexShape,
  spaces: IndexSpaces,
): Record<string, estypes.MappingProperty> {
  return Object.fromEntries(
    embeddingKinds.flatMap((kind) => {
      const space = spaces[kind];
      return space ? [[space.id, vectorField(space.dimensions, vectors)]] : [];
    }),
  );
}

/** The lists that graphs are made from, by the way that both keep vectors. */
const lists = { hnsw: 'flat', int8_hnsw: 'int8_flat', bbq_hnsw: 'bbq_flat' } as const;

/** Named by its space, so that a query of another space finds no such field. */
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

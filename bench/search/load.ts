import path from 'node:path';
import { type Client } from '@elastic/elasticsearch';
import { z } from 'zod';
import { type IndexChange } from '@/lib/catalog/index-changes.repository';
import { readJsonFile, writeJsonFile } from '@/lib/platform/json-file';
import { buildGraphs, fillIndex, pagesAtOnce } from '@/lib/search/elasticsearch/sync/fill-index';
import {
  graphFields,
  graphSettings,
  indexDefinition,
  mergeSettings,
  servingSettings,
} from '@/lib/search/elasticsearch/index-definition';
import { type IndexLayout, liveAlias, spaceAlias } from '@/lib/search/elasticsearch/index-naming';
import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { filterFacets, filterValue } from './cases';
import { type Loaded } from './subject';
import { type FilterName, filterShares, spaceOf, styleLengths, type SyntheticCollection } from './synthetic';

const pageWorks = 500;

const loadedSchema = z.object({
  name: z.string(),
  works: z.int(),
  styleLength: z.literal(styleLengths),
  worksPerSecond: z.number(),
  settlingSeconds: z.number().nullable(),
  memoryBytes: z.number(),
  diskBytes: z.number().nullable(),
}) satisfies z.ZodType<Loaded>;

const indexName = (layout: IndexLayout) => `${layout.prefix}-works`;

/**
 * Fills an index as a rebuild does, from synthetic works instead of Postgres. An index that an earlier run has filled
 * is reused with that run's notes in `notesFolder`; a partly filled one is completed.
 */
export async function load(
  client: Client,
  collection: SyntheticCollection,
  layout: IndexLayout,
  { notesFolder, onProgress }: { notesFolder: string; onProgress: (works: number) => void },
): Promise<Loaded> {
  const name = indexName(layout);
  const notes = path.join(notesFolder, `${name}.json`);
  const earlier = await readJsonFile(notes, loadedSchema);
  const found = await worksIn(client, name);
  if (earlier && found === collection.works) return earlier;

  const first = firstToWrite(found);
  if (found === null) await create(client, name, layout, collection);
  const started = performance.now();
  let from = first;
  await fillIndex(
    client,
    { name, spaces: spacesById },
    () => {
      const to = Math.min(from + pageWorks, collection.works);
      const page = Array.from({ length: to - from }, (_, i) => changeOf(collection, from + i));
      from = to;
      return Promise.resolve(page);
    },
    { onProgress: (works) => onProgress(first + works) },
  );
  await client.indices.refresh({ index: name });
  const written = performance.now();
  await buildGraphs(client, name, graphFields(layout, spacesOf(collection)));
  await client.indices.putSettings({ index: name, settings: servingSettings(layout) });
  await client.indices.refresh({ index: name });
  const loaded: Loaded = {
    name: layout.vectors,
    works: collection.works,
    styleLength: collection.styleLength,
    worksPerSecond: (collection.works - first) / ((written - started) / 1000),
    settlingSeconds: (performance.now() - written) / 1000,
    ...(await sizesOf(client, name)),
  };
  await writeJsonFile(notes, loaded, 3);
  return loaded;
}

/** Deletes the index made by {@link load}. */
export async function unload(client: Client, layout: IndexLayout): Promise<void> {
  await client.indices.delete({ index: indexName(layout) }, { ignore: [404] });
}

const spacesById = Object.fromEntries(networkKinds.map((kind) => [kind, spaceOf(kind)])) as Record<
  NetworkKind,
  string
>;

function spacesOf({ lengthOf }: SyntheticCollection) {
  return Object.fromEntries(
    networkKinds.map((kind) => [kind, { id: spaceOf(kind), dimensions: lengthOf(kind) }]),
  );
}

async function create(
  client: Client,
  name: string,
  layout: IndexLayout,
  collection: SyntheticCollection,
): Promise<void> {
  await client.indices.create({
    index: name,
    ...indexDefinition(layout, spacesOf(collection)),
    aliases: Object.fromEntries(
      [liveAlias(layout), ...Object.values(spacesById).map((id) => spaceAlias(layout, id))].map((alias) => [
        alias,
        {},
      ]),
    ),
    wait_for_active_shards: 'all',
  });
  await client.indices.putSettings({ index: name, settings: { ...graphSettings, ...mergeSettings } });
}

function changeOf(collection: SyntheticCollection, work: number): IndexChange {
  const id = collection.idOf(work);
  const facets = Object.fromEntries(
    (Object.keys(filterShares) as FilterName[]).map((filter) => [
      filterFacets[filter],
      collection.isLeftBy(filter, work) ? [filterValue] : [],
    ]),
  ) as Record<(typeof filterFacets)[FilterName], string[]>;
  return {
    artworkId: id,
    version: 1,
    work: {
      id,
      title: `Work ${work}`,
      artist: [`Artist ${collection.artistOf(work)}`],
      genre: [],
      colour: [],
      medium: null,
      kind: null,
      collection: null,
      rights: null,
      year: null,
      years: null,
      state: 'ready',
      createdAt: new Date(0),
      words: ['work', String(work)],
      ...facets,
      embeddings: new Map(networkKinds.map((kind) => [spaceOf(kind), collection.vectorOf(kind, work)])),
    },
  };
}

/** Null where there is no such index. */
async function worksIn(client: Client, name: string): Promise<number | null> {
  if (!(await client.indices.exists({ index: name }))) return null;
  await client.indices.refresh({ index: name });
  return (await client.count({ index: name })).count;
}

/** Works are written in order but for the pages under way; of a run that was ended, those may have gaps. */
function firstToWrite(found: number | null): number {
  return Math.max(0, Math.floor((found ?? 0) / pageWorks) - pagesAtOnce) * pageWorks;
}

/** `off_heap` is what Elasticsearch 9 says of its graphs' files; older ones say nothing, and zero is noted. */
async function sizesOf(client: Client, name: string): Promise<Pick<Loaded, 'memoryBytes' | 'diskBytes'>> {
  const { _all } = await client.indices.stats({ index: name, metric: ['store', 'dense_vector'] });
  // The client's types do not know of it.
  const { dense_vector: vectors } = { ..._all.primaries } as { dense_vector?: { off_heap?: OffHeap } };
  const { total_vec_size_bytes: whole = 0, ...rest } = vectors?.off_heap ?? {};
  const shortened = (rest.total_veq_size_bytes ?? 0) + (rest.total_veb_size_bytes ?? 0);
  const graph = rest.total_vex_size_bytes ?? 0;
  return {
    memoryBytes: graph + (shortened === 0 ? whole : shortened),
    diskBytes: _all.primaries?.store?.size_in_bytes ?? null,
  };
}

/** Whole vectors, shortened to bytes or to bits, and the graph. */
interface OffHeap {
  readonly total_vec_size_bytes?: number;
  readonly total_veq_size_bytes?: number;
  readonly total_veb_size_bytes?: number;
  readonly total_vex_size_bytes?: number;
}

import { availableParallelism, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '@/lib/catalog/database';
import { readJsonFile } from '@/lib/platform/json-file';
import { settings, type Settings, vectorIndexTypes } from '@/lib/platform/settings';
import { openClient } from '@/lib/search/elasticsearch/client';
import { type IndexLayout } from '@/lib/search/elasticsearch/index-naming';
import { strengthFilePath, strengthFileSchema } from '@/lib/search/strength/strength-file';
import { requirementsOf } from './search/requirements';
import { subjectsOf } from './search/elasticsearch';
import { embeddedSubject } from './search/embedded';
import { likenessOf } from './search/likeness';
import { load, unload } from './search/load';
import { measure } from './search/measure';
import { likenessTable, pageOf, writeResults } from './search/results';
import { type Loaded, type Subject } from './search/subject';
import { styleLengths, syntheticCollection, type SyntheticCollection } from './search/synthetic';

const usage = `usage: npm run bench -- search [--works 100000[,1000000]] [--lengths 768[,128]] [--queries 100]
                              [--vectors TYPE[,TYPE]] [--out DIR] [--keep]
Measures search on synthetic works: the embedded index, and where ELASTICSEARCH_URL is set Elasticsearch's indices.
Several sizes, and lengths of the styles, are measured side by side, so that they can be compared. Indices that a
stopped run has filled are used again; at the end they are removed, unless --keep. --vectors leaves out types of index
(hnsw, int8_hnsw, bbq_hnsw), as filling one of a million works takes long. --out writes results.json, results.md and charts.`;

/** Never connected to: only texts are looked up in Postgres, and no case has one. */
const noDatabase = 'postgres://127.0.0.1:1/none';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      works: { type: 'string', default: '100000' },
      lengths: { type: 'string', default: '768' },
      queries: { type: 'string', default: '100' },
      vectors: { type: 'string', default: vectorIndexTypes.join(',') },
      out: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const sizes = values.works.split(',').map(Number);
  const queries = Number(values.queries);
  const types = vectorIndexTypes.filter((type) => values.vectors.split(',').includes(type));
  const areTypes = types.length === values.vectors.split(',').length;
  const lengths = styleLengths.filter((length) => values.lengths.split(',').includes(String(length)));
  const areLengths = lengths.length === values.lengths.split(',').length;
  if (!areTypes || !areLengths || ![...sizes, queries].every((size) => Number.isInteger(size) && size > 0)) {
    console.error(usage);
    return 2;
  }
  const { elasticsearchUrl, modelsDir } = settings();
  const strengths = await readJsonFile(strengthFilePath(modelsDir, 'default'), strengthFileSchema);
  const collections = sizes.flatMap((works) => lengths.map((length) => syntheticCollection(works, length)));
  const likeness = strengths && collections[0] ? likenessOf(collections[0], strengths) : [];
  console.log(`Cosines of pairs at percentiles, real / synthetic\n${likenessTable(likeness)}\n`);

  const embedded = collections.map(embeddedSubject);
  const truths = new Map(embedded.map(({ subject, exactly }) => [subject.collection, exactly]));
  const clustered = elasticsearchUrl === null ? null : await openCluster(settings(), collections, types);
  if (clustered === null) console.log('ELASTICSEARCH_URL is not set: only the embedded index is measured.\n');
  try {
    const measurements = await measure(
      [...embedded.map(({ subject }) => subject), ...(clustered?.subjects ?? [])],
      truths,
      {
        queries,
        onProgress: progress('queries', queries),
      },
    );
    const results = {
      format: 'gafu-search-benchmark-1',
      command: `npm run bench -- search ${process.argv.slice(2).join(' ')}`.trim(),
      elasticsearch: clustered?.version ?? null,
      machine: `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, load ${loadavg()[0]?.toFixed(1)} at the end.`,
      queries,
      bars: requirementsOf(measurements),
      loaded: [...embedded.map(({ loaded }) => loaded), ...(clustered?.loaded ?? [])],
      measurements,
      likeness,
    } as const;
    console.log(pageOf(results));
    if (values.out !== undefined) await writeResults(values.out, results);
    if (!values.keep) await clustered?.remove();
    return results.bars.some(({ holds }) => holds === false) ? 1 : 0;
  } finally {
    await clustered?.close();
  }
}

interface Clustered {
  readonly version: string;
  readonly subjects: readonly Subject[];
  readonly loaded: readonly Loaded[];
  remove(): Promise<void>;
  close(): Promise<void>;
}

/** Fills an index of each of these types with every collection. */
async function openCluster(
  given: Settings,
  collections: readonly SyntheticCollection[],
  types: readonly IndexLayout['vectors'][],
): Promise<Clustered> {
  const client = openClient(given, 'maintenance');
  const db = connect(noDatabase);
  const { version } = await client.info();
  const cluster = { client, db, defaultVectors: given.elasticsearchVectors };
  const parts = collections.flatMap((collection) =>
    types.map((vectors) => ({
      collection,
      layout: {
        prefix: `${given.elasticsearchIndex}-bench-${collection.works}-${collection.styleLength}-${vectors}`,
        shards: given.elasticsearchShards,
        replicas: 0,
        vectors,
      },
    })),
  );
  const loaded: Loaded[] = [];
  for (const { collection, layout } of parts) {
    const onProgress = progress(`${layout.vectors}: works`, collection.works);
    const notesFolder = path.join(given.dataDir, 'bench-search');
    loaded.push(await load(client, collection, layout, { notesFolder, onProgress }));
  }
  return {
    version: `Elasticsearch ${version.number}, one node, ${given.elasticsearchShards} shard(s)`,
    loaded,
    subjects: parts.flatMap(({ collection, layout }) => subjectsOf(cluster, collection, layout)),
    async remove() {
      for (const { layout } of parts) await unload(client, layout);
    },
    async close() {
      await db.$disconnect();
      await client.close();
    },
  };
}

/** Prints a line for every tenth. */
function progress(of: string, total: number): (done: number) => void {
  let printed = 0;
  return (done) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth <= printed) return;
    printed = tenth;
    console.error(`${of}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
  };
}

process.exitCode = await main();

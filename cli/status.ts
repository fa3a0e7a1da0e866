import { countArtworks } from '@/lib/catalog/artworks.repository';
import { database, embeddedPostgres, type Database } from '@/lib/catalog/database';
import { countDueChanges } from '@/lib/catalog/index-changes.repository';
import { pausedSince } from '@/lib/catalog/job-control.repository';
import { countQueries } from '@/lib/catalog/queries.repository';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { countJobs, type JobCounts } from '@/lib/ingest/jobs/job-counts';
import { type WaitingWorks, waitingWorks } from '@/lib/ingest/jobs/waiting-works';
import { countLiveWorkers } from '@/lib/ingest/jobs/worker-liveness';
import { settings } from '@/lib/platform/settings';
import { type ArtworkState } from '@/lib/catalog/artwork';
import { liveRecipe } from '@/lib/search/live-vision';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { readProvenance } from '@/lib/vision/node/network-store';
import { networkNames } from '@/lib/vision/recipes';
import { runningSite } from './start/start-lock';

export interface Status {
  /** The `gafu start` that runs on this data folder. */
  readonly site: { readonly pid: number } | null;
  readonly postgres: {
    readonly kind: 'embedded' | 'external';
    /** Whether the embedded server was running already. */
    readonly origin: 'started' | 'reused' | null;
    readonly version: string;
    readonly sizeBytes: number;
  };
  readonly networks: readonly {
    readonly name: string;
    readonly lastLayer: string;
    readonly source: string;
  }[];
  /** The recipe that the searched works were embedded by, and new ones are; without works, the first will be. */
  readonly recipe: string;
  /** What `gafu reindex` would change over to. */
  readonly chosen: string;
  readonly works: Record<ArtworkState, number>;
  /** Since when and why works wait for their features; null if none does. */
  readonly waiting: WaitingWorks | null;
  readonly uploadedQueries: { readonly queries: number; readonly bytes: number; readonly bytesMax: number };
  readonly spaces: readonly { kind: string; id: string; dimensions: number; live: boolean; works: number }[];
  readonly index: 'embedded' | 'elasticsearch';
  /** Changed works not yet written to Elasticsearch; null if the index is in memory. */
  readonly indexWaiting: number | null;
  /** Null before graphile-worker's tables exist. */
  readonly jobs: JobCounts | null;
  /** Worker processes that take jobs now, on all machines. */
  readonly workers: number;
  /** Null if workers take works. */
  readonly pausedSince: Date | null;
}

export async function readStatus(): Promise<Status> {
  const { dataDir, modelsDir, elasticsearchUrl, queryBytesMax } = settings();
  const db = await database();
  const embedded = await embeddedPostgres();
  const [server] = await db.$queryRaw<{ version: string; sizeBytes: number }[]>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS "sizeBytes"`;
  const networks = await Promise.all(networkNames.map((name) => readProvenance(modelsDir, name)));
  return {
    site: runningSite(dataDir),
    postgres: {
      kind: embedded === null ? 'external' : 'embedded',
      origin: embedded?.origin ?? null,
      version: server?.version ?? 'unknown',
      sizeBytes: server?.sizeBytes ?? 0,
    },
    networks: networks
      .flatMap((found) => found ?? [])
      .map(({ network, layers, source }) => ({ name: network, lastLayer: layers.at(-1) ?? 'none', source })),
    recipe: (await liveRecipe(db)).recipe,
    chosen: (await chosenRecipe(settings())).name,
    works: await countArtworks(db),
    waiting: await waitingWorks(db),
    uploadedQueries: { ...(await countQueries(db)), bytesMax: queryBytesMax },
    spaces: await readSpaces(db),
    index: elasticsearchUrl === null ? 'embedded' : 'elasticsearch',
    indexWaiting: elasticsearchUrl === null ? null : await countDueChanges(db),
    jobs: await countJobs(db),
    workers: await countLiveWorkers(db),
    pausedSince: await pausedSince(db),
  };
}

async function readSpaces(db: Database): Promise<Status['spaces']> {
  const live = Object.values(await liveSpaces(db));
  const spaces = await db.space.findMany({
    include: { _count: { select: { embeddings: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return spaces.map(({ kind, id, dimensions, _count }) => ({
    kind,
    id,
    dimensions,
    live: live.includes(id),
    works: _count.embeddings,
  }));
}

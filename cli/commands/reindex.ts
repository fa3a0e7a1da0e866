import { type Command } from 'commander';
import {
  artworksWithoutEmbeddings,
  countArtworksWithoutEmbeddings,
} from '@/lib/catalog/embeddings.repository';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { database, type Database } from '@/lib/catalog/database';
import {
  countEmbeddings,
  findLiveSpaces,
  registerSpace,
  setLiveSpaces,
} from '@/lib/catalog/spaces.repository';
import { spaceIdsOf } from '@/lib/ingest/feature-spaces';
import { reembedQueries } from '@/lib/ingest/reembed-queries';
import { extractFeatures } from '@/lib/ingest/jobs/extract-features';
import { measureStrength } from '@/lib/search/strength/measure-strength';
import { settings } from '@/lib/platform/settings';
import { rebuildIndex, type Replacement, rollBackIndex } from '@/lib/search/elasticsearch/sync/replace-index';
import { withIndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { sharedVision } from '@/lib/vision/node/shared-vision';
import { type Vision } from '@/lib/vision/node/vision';
import { embeddingKinds } from '@/lib/vision/embedding';
import { progress } from '../output';
import { signalled } from '../signals';

const pageWorks = 64;

/** `gafu reindex [--rollback]` */
export function register(program: Command): void {
  program
    .command('reindex')
    .description(
      'Embed every work with the recipe and network now set, then search in the new spaces. Until then searches are answered as before. A run that was stopped continues where it left off. With Elasticsearch a new index is built, compared with Postgres and with exact ranking, and then goes live; the previous index is kept',
    )
    .option('--rollback', 'with Elasticsearch: go back to the previous index, after updating it')
    .addHelpText('after', '\nExamples:\n  GAFU_RECIPE=article gafu reindex\n  gafu reindex --rollback')
    .action(({ rollback = false }: { rollback?: boolean }) => (rollback ? rollBack() : reindex()));
}

async function rollBack(): Promise<void> {
  report(await withIndexMaintenance(rollBackIndex));
}

async function reindex(): Promise<void> {
  const signal = signalled();
  const { name } = await chosenRecipe(settings());
  const [db, vision] = await Promise.all([database(), sharedVision({ recipe: name, generation: 'reindex' })]);
  for (const kind of embeddingKinds) await registerSpace(db, vision.spaces[kind]);
  const wanted = spaceIdsOf(vision);
  const spaceIds = Object.values(wanted);
  await embedMissing(db, vision, spaceIds, signal);
  if (!signal.aborted) await reembedQueries(db, vision, signal);
  if (signal.aborted) {
    console.log('Stopped. Searches are answered as before; run gafu reindex again to continue.');
    return;
  }
  for (const kind of embeddingKinds) await measureStrength(db, vision.spaces[kind]);
  if (settings().elasticsearchUrl === null) {
    await setLiveSpaces(db, wanted);
  } else {
    await rebuild(db, vision, spaceIds, signal);
  }
  // Running servers and workers use the new spaces from now on; this embeds what they were still embedding in the old ones.
  await embedMissing(db, vision, spaceIds, signal);
  await reembedQueries(db, vision, signal);
  const count = await countEmbeddings(db, vision.spaces.style.id);
  console.log(`${count} works are searched by the recipe "${vision.recipe}" with ${vision.network.name}.`);
}

async function rebuild(
  db: Database,
  vision: Vision,
  spaceIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { pending, ready, failed } = await countArtworks(db);
  const bar = progress('Index', pending + ready + failed, 'works');
  const spaces = { ...(await findLiveSpaces(db)), ...vision.spaces };
  const options = {
    onProgress: (works: number) => bar.show(works),
    lastWorks: () => embedMissing(db, vision, spaceIds, signal),
    signal,
  };
  report(
    await withIndexMaintenance((maintenance) => rebuildIndex(maintenance, spaces, options)).finally(() =>
      bar.end(),
    ),
  );
}

function report({ name, works, recallAt10, sampled, previous }: Replacement): void {
  console.log(
    `${name} is live now: ${works} works, each compared with Postgres; its graphs find ${(100 * recallAt10).toFixed(1)} % of the ten nearest (${sampled} samples).`,
  );
  if (previous !== null)
    console.log(`The previous index ${previous} is kept; gafu reindex --rollback goes back to it.`);
}

/** Also embeds works that are added meanwhile; it is done when none is left. */
async function embedMissing(
  db: Database,
  vision: Vision,
  spaceIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const all = await countArtworksWithoutEmbeddings(db, spaceIds);
  const bar = progress('Works', all);
  let done = 0;
  let afterId = '';
  try {
    while (!signal.aborted) {
      const page = await artworksWithoutEmbeddings(db, spaceIds, { afterId, limit: pageWorks });
      if (page.length === 0 && afterId === '') break;
      for (const { id } of page) {
        if (signal.aborted) break;
        const result = await extractFeatures(id, vision);
        if (result.status === 'failed') console.error(`${id}: ${result.reason}`);
        bar.show((done += 1), Math.max(all, done));
      }
      afterId = page.at(-1)?.id ?? '';
    }
  } finally {
    bar.end();
  }
}

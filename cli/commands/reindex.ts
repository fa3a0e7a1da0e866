import { type Command } from 'commander';
import {
  artworksWithoutEmbeddings,
  countArtworksWithoutEmbeddings,
} from '@/lib/catalog/embeddings.repository';
import { database, type Database } from '@/lib/catalog/database';
import { countEmbeddings, liveSpaces, registerSpace, setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { extractFeatures } from '@/lib/ingest/jobs/extract-features';
import { measureStrength } from '@/lib/search/strength/measure-strength';
import { sharedVision } from '@/lib/vision/node/shared-vision';
import { type Vision } from '@/lib/vision/node/vision';
import { embeddingKinds } from '@/lib/vision/embedding';
import { progress } from '../output';
import { signalled } from '../signals';

const pageWorks = 64;

/** `gafu reindex` */
export function register(program: Command): void {
  program
    .command('reindex')
    .description(
      'Look at every work by the recipe and network now set, then search by them. Until then searches are answered as before; a run that was stopped goes on where it was',
    )
    .addHelpText('after', '\nExample:\n  GAFU_RECIPE=article gafu reindex')
    .action(reindex);
}

async function reindex(): Promise<void> {
  const signal = signalled();
  const [db, vision] = await Promise.all([database(), sharedVision()]);
  for (const kind of embeddingKinds) await registerSpace(db, vision.spaces[kind]);
  const spaceIds = embeddingKinds.map((kind) => vision.spaces[kind].id);
  await embedMissing(db, vision, spaceIds, signal);
  if (signal.aborted) {
    console.log('Stopped. Searches are answered as before; run gafu reindex again to go on.');
    return;
  }
  for (const kind of embeddingKinds) await measureStrength(db, vision.spaces[kind]);
  const before = await liveSpaces(db);
  const switched = embeddingKinds.some((kind) => before[kind] !== vision.spaces[kind].id);
  await setLiveSpaces(db, { style: vision.spaces.style.id, content: vision.spaces.content.id });
  const count = await countEmbeddings(db, vision.spaces.style.id);
  console.log(`${count} works are searched by the recipe "${vision.recipe}" with ${vision.network.name}.`);
  if (switched)
    console.log('Restart web and worker with the same settings, so that new pictures are looked at alike.');
}

/** Works added meanwhile are looked at too: it ends when none is left. */
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

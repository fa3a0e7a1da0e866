import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { findSampleDecision } from '@/lib/catalog/sample-artworks.repository';
import { settings } from '@/lib/platform/settings';
import { addFolder, type FolderProgress } from './folder/add-folder';
import { type FolderSummary } from './folder/folder-summary';

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

const unfinishedMark = () => path.join(settings().dataDir, 'sample-collection-unfinished');

/** The catalogue was replaced by another: samples that were still missing are not added to that. */
export async function forgetUnfinishedSamples(): Promise<void> {
  await rm(unfinishedMark(), { force: true });
}

async function isSettled(mark: string): Promise<boolean> {
  const decided = await findSampleDecision(await database());
  return decided?.decision === 'removed' || (!(await exists(mark)) && !(await isCatalogueEmpty()));
}

async function isCatalogueEmpty(): Promise<boolean> {
  const { pending, ready, failed } = await countArtworks(await database());
  return pending + ready + failed === 0;
}

/**
 * Adds the works of `samples/` when the catalogue is empty, or goes on where an earlier call was ended: a mark in
 * the data folder tells an unfinished collection from one that a curator has thinned out. Not if curators have removed
 * the samples.
 *
 * @param options.again add those that are missing, whatever the catalogue holds
 * @returns null when there was nothing to do
 * @throws Problem when the network is not installed or the database is out of reach
 */
export async function addSampleCollection({
  again = false,
  onProgress,
}: {
  again?: boolean;
  onProgress?: (progress: FolderProgress) => void;
} = {}): Promise<FolderSummary | null> {
  const { dataDir } = settings();
  const mark = unfinishedMark();
  if (!again && (await isSettled(mark))) return null;
  await mkdir(dataDir, { recursive: true });
  await writeFile(mark, '');
  const samples = path.join(process.cwd(), 'samples');
  const summary = await addFolder({
    folder: path.join(samples, 'works'),
    manifest: path.join(samples, 'manifest.csv'),
    onProgress,
  });
  await rm(mark, { force: true });
  return summary;
}

import { type Artwork, type Publication } from './artwork';
import { type DatabaseClient } from './database';
import { readWorks } from './read-works';

/** What `samples/manifest.csv` says of where every work is from. */
export const sampleSource = 'Gafu sample collection';

/** Works of the sample collection that visitors see, by title, which no two of them share. */
export async function findSampleArtworks(
  db: DatabaseClient,
  titles: readonly string[],
): Promise<ReadonlyMap<string, Artwork>> {
  const works = await readWorks(db, {
    collection: sampleSource,
    title: { in: [...titles] },
    isPublic: true,
  });
  return new Map(works.map((work) => [work.title, work]));
}

/** The ids of its works that are not deleted, in their order. */
export async function findSampleIds(
  db: DatabaseClient,
  { publication }: { readonly publication?: Publication },
): Promise<string[]> {
  const rows = await db.artwork.findMany({
    where: { collection: sampleSource, deletedAt: null, publication },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => id);
}

export type SampleDecision = 'hidden' | 'removed';

/** What curators have decided about the sample collection, and about which of its works; null: it is shown. */
export async function findSampleDecision(
  db: DatabaseClient,
): Promise<{ readonly decision: SampleDecision; readonly works: readonly string[] } | null> {
  const row = await db.sampleDecision.findFirst();
  return row && { decision: row.decision as SampleDecision, works: row.works };
}

/** @param decision null: it is shown */
export async function decideOnSamples(
  db: DatabaseClient,
  decision: SampleDecision | null,
  works: readonly string[],
): Promise<void> {
  await db.sampleDecision.deleteMany();
  if (decision !== null) await db.sampleDecision.create({ data: { decision, works: [...new Set(works)] } });
}

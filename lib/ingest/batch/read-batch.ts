import {
  type BatchList,
  type BatchPicture,
  type BatchRow,
  type BatchView,
  type Lookalike,
} from '@/lib/batch/batch-view';
import { matchList } from '@/lib/batch/match-list';
import {
  type Batch,
  type BatchFileRow,
  listBatchFiles,
  withPictureAndWork,
  getBatch,
} from '@/lib/catalog/batches.repository';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { cellsOf, readCells } from './file-cells';
import { lookalikesOf } from './lookalikes';
import { receivedBytes } from './parts';
import { worksFileSchema } from './works-file';

/** Changes are sent again for so long: a transaction may commit after later ones. */
const overlapMs = 3_000;

/**
 * A batch as its page shows it.
 * @param sinceMs if given, only the files of which something has changed since then
 * @throws Problem `not-found`
 */
export async function readBatch(
  db: DatabaseClient,
  id: string,
  sinceMs: number | null = null,
): Promise<BatchView> {
  const asOfMs = Date.now();
  const batch = await getBatch(db, id);
  // Nothing says when Elasticsearch has caught up, so with it all files are read.
  const since = sinceMs === null || settings().elasticsearchUrl !== null ? null : sinceMs - overlapMs;
  const files = await listBatchFiles(db, id, since);
  const others = await lookalikesFor(db, files);
  const notIndexed = await dueWorks(db, files);
  return {
    id,
    name: batch.name,
    createdBy: batch.createdBy,
    createdMs: batch.createdAt.getTime(),
    list: await listOf(db, batch),
    files: files.map((file) => rowOf(file, others, notIndexed)),
    asOfMs,
  };
}

function rowOf(
  file: BatchFileRow,
  others: ReadonlyMap<string, Omit<Lookalike, 'isExact'>>,
  notIndexed: ReadonlySet<string>,
): BatchRow {
  const cells = cellsOf(file);
  const reading = readCells(cells);
  const image = file.image ?? file.artwork?.image ?? null;
  return {
    id: file.id,
    position: file.position,
    path: file.path,
    sizeBytes: Number(file.sizeBytes),
    modifiedMs: file.modifiedAt.getTime(),
    receivedBytes: file.state === 'waiting' ? receivedBytes(file) : Number(file.sizeBytes),
    state: file.state as BatchRow['state'],
    reason: file.reason,
    picture: image === null ? null : pictureOf(image),
    cells,
    issues: 'issues' in reading ? reading.issues : {},
    lookalikes: lookalikesOf(file).flatMap(({ kind, id, isExact }) => {
      const other = others.get(`${kind} ${id}`);
      return other === undefined ? [] : [{ ...other, isExact }];
    }),
    decision: file.decision as BatchRow['decision'],
    replacesId: file.replacesId,
    work: file.artwork && {
      id: file.artwork.id,
      state: file.artwork.state,
      failure: file.artwork.failure,
      isIndexed: !notIndexed.has(file.artwork.id),
    },
  };
}

function pictureOf({ key, width, height, colour }: BatchPicture): BatchPicture {
  return { key, width, height, colour };
}

/** What is shown of the works and files that look like these, by kind and id. Those that are gone are left out. */
async function lookalikesFor(
  db: DatabaseClient,
  files: readonly BatchFileRow[],
): Promise<Map<string, Omit<Lookalike, 'isExact'>>> {
  const kept = files.flatMap(lookalikesOf);
  const idsOf = (kind: Lookalike['kind']) =>
    kept.filter((other) => other.kind === kind).map((other) => other.id);
  const [works, batchFiles] = await Promise.all([
    findArtworks(db, idsOf('work')),
    db.batchFile.findMany({ where: { id: { in: idsOf('file') } }, include: withPictureAndWork }),
  ]);
  const found = new Map<string, Omit<Lookalike, 'isExact'>>();
  for (const { id, title, artist, image, deletedAt } of works)
    if (deletedAt === null)
      found.set(`work ${id}`, { kind: 'work', id, title, artist: artist ?? '', picture: pictureOf(image) });
  for (const file of batchFiles) {
    const image = file.image ?? file.artwork?.image;
    const { title = '', artist = '' } = cellsOf(file);
    if (image && file.state !== 'skipped')
      found.set(`file ${file.id}`, { kind: 'file', id: file.id, title, artist, picture: pictureOf(image) });
  }
  return found;
}

/** Works among them that Elasticsearch does not have yet. */
async function dueWorks(db: DatabaseClient, files: readonly BatchFileRow[]): Promise<Set<string>> {
  if (settings().elasticsearchUrl === null) return new Set();
  const ids = files.flatMap(({ artworkId }) => artworkId ?? []);
  const due = await db.indexChange.findMany({ where: { artworkId: { in: ids }, due: true } });
  return new Set(due.map(({ artworkId }) => artworkId));
}

async function listOf(db: DatabaseClient, { id, manifestName, manifest }: Batch): Promise<BatchList | null> {
  if (manifestName === null) return null;
  const { works, refused, ignoredColumns } = worksFileSchema.parse(manifest);
  const files = await db.batchFile.findMany({ where: { batchId: id }, select: { id: true, path: true } });
  const { missing, repeated } = matchList(works, files);
  const lines = (of: typeof missing) => of.map(({ line, file }) => ({ line, file }));
  return {
    name: manifestName,
    works: works.length,
    refused,
    ignoredColumns,
    missing: lines(missing),
    repeated: lines(repeated),
  };
}

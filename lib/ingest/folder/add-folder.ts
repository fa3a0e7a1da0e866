import { database, type Database } from '@/lib/catalog/database';
import { findArtworkByImage } from '@/lib/catalog/artworks.repository';
import { saveSourceFile } from '@/lib/catalog/source-files.repository';
import { readExportedPicture, readPicture, type SafePicture } from '@/lib/images/safe-picture';
import { storedOriginal } from '@/lib/images/stored-original';
import { Problem } from '@/lib/platform/problem';
import { refreshStrengths } from '@/lib/search/strength/measure-strength';
import { type Vision } from '@/lib/vision/node/vision';
import { storeArtwork } from '../add-artwork';
import { changeDetails } from '../change-details';
import { extractFeatures } from '../jobs/extract-features';
import { dequeueExtraction, enqueueExtraction } from '../jobs/job-queue';
import { findNearDuplicates } from '../near-duplicates';
import { isPictureProblem } from '../stored-pixels';
import { liveVision } from '@/lib/search/live-vision';
import { type FolderSummary, FolderTally, type RowOutcome } from './folder-summary';
import { inOrder } from './in-order';
import { replacePicture } from '../replace-picture';
import { listFile, openPlace } from './open-place';
import { type PicturePlace } from './picture-place';
import { isRefused, readWorks, type ReadRow } from './read-works';
import { planRow, type RowPlan } from './row-plan';
import { type WorkRow } from './work-row';
import { unreadDate } from './works-list';

export interface AddFolderOptions {
  /** Where the pictures are: a folder, or a tar archive that `gafu export` has written. */
  readonly folder: string;
  /** Path of the list, CSV or JSON Lines; by default the one that an export has beside the pictures. */
  readonly manifest?: string;
  /** What a table is encoded in; by default what its byte order mark says, else UTF-8. */
  readonly encoding?: string;
  /** Rows at most, counted from the first. */
  readonly limit?: number;
  /** Say what would be done, and do nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: FolderProgress) => void;
  /** Called before the network is loaded, which takes seconds. */
  readonly onLoadNetwork?: () => void;
  /** Ends after the rows in hand; calling again goes on where it ended. */
  readonly signal?: AbortSignal;
}

export interface FolderProgress {
  readonly done: number;
  readonly total: number;
}

/** Pictures in hand at once: while one is in the network, others are read, decoded and stored. */
const lanes = 4;
/** For so long workers leave a stored row alone; they take it up if this process was killed. */
const handover = { delaySeconds: 15 * 60 };

/** What all rows of a run share. */
interface Run {
  readonly db: Database;
  readonly place: PicturePlace;
  /** Null in a dry run. */
  readonly vision: Vision | null;
  readonly tally: FolderTally;
  /** The line that has each picture, by its key. */
  readonly lineOfPicture: Map<string, number>;
  /** The line that names each file, by its path. */
  readonly lineOfFile: Map<string, number>;
  /** The record here of each maker of an export, by the id that it has there. */
  readonly makerRecords: Map<string, string>;
}

interface RowWithPicture extends WorkRow {
  readonly path: string;
  readonly picture: SafePicture;
}

/**
 * Brings the pictures of a folder into the collection as a list describes them, features included: when it returns,
 * every row that was not refused is a `ready` work. A row whose work is there already updates its details. Rows are
 * independent: what is wrong with one is reported, and the others go on. A run that was ended is resumed by calling
 * again.
 *
 * @throws Problem `invalid-request`, `not-found` or `too-large` for the list or the folder, and what stops
 *   everything: network, database
 */
export async function addFolder(options: AddFolderOptions): Promise<FolderSummary> {
  const {
    folder,
    manifest,
    encoding,
    limit = Infinity,
    dryRun = false,
    onProgress,
    onLoadNetwork,
    signal,
  } = options;
  const started = performance.now();
  const place = await openPlace(folder);
  const list = await readWorks(
    manifest === undefined ? await place.list() : await listFile(manifest),
    encoding,
  );
  const db = await database();
  if (!dryRun) onLoadNetwork?.();
  const vision = dryRun ? null : await liveVision();
  const tally = new FolderTally();
  const run: Run = {
    db,
    place,
    vision,
    tally,
    lineOfPicture: new Map(),
    lineOfFile: new Map(),
    makerRecords: new Map(),
  };
  const total = Math.min(limit, list.total);
  const rows = usableRows(list.rows, tally, limit);
  let done = 0;
  let stopped = false;
  const turn = inOrder();

  async function lane(): Promise<void> {
    while (!stopped && !signal?.aborted) {
      const { value: row, done: isEnd } = await rows.next();
      if (isEnd === true) return;
      try {
        await addRow(row, run, turn());
      } catch (error) {
        if (!isPictureProblem(error)) {
          stopped = true;
          throw error;
        }
        tally.refuse({ line: row.line, file: row.file, reason: error.message });
      }
      onProgress?.({ done: ++done, total });
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  if (!dryRun) await refreshStrengths(db);
  const seconds = (performance.now() - started) / 1000;
  return tally.summary({ dryRun, ignoredColumns: list.ignoredColumns, encoding: list.encoding, seconds });
}

/** The first rows that can be used; those that cannot be are counted as refused. */
async function* usableRows(
  rows: AsyncIterable<ReadRow>,
  tally: FolderTally,
  limit: number,
): AsyncGenerator<WorkRow, undefined> {
  let taken = 0;
  for await (const row of rows) {
    if (isRefused(row)) tally.refuse(row);
    else if (taken < limit) {
      taken += 1;
      const unread = unreadDate(row);
      if (unread !== null) tally.unreadDate(unread);
      yield row;
    }
  }
}

/**
 * @param inTurn runs what must happen in the order of rows: of two rows with one picture the first has it
 * @throws Problem of the row, or whatever stops the whole run
 */
async function addRow(
  row: WorkRow,
  run: Run,
  inTurn: <T>(step: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const reading = readRow(row, run);
  // It is waited for in turn.
  reading.catch(() => undefined);
  const { outcome, artworkId } = await inTurn(async () => storeRow(await reading, run));
  if (artworkId !== null && run.vision !== null) await embedRow(artworkId, run.db, run.vision);
  run.tally.count(outcome);
}

async function embedRow(artworkId: string, db: Database, vision: Vision): Promise<void> {
  try {
    const result = await extractFeatures(artworkId, vision);
    if (result.status === 'failed') throw new Problem('unreadable-picture', result.reason);
    await dequeueExtraction(db, artworkId);
  } catch (error) {
    // A worker is to take it up at once. If the database is out of reach it does so when the handover is over.
    if (!isPictureProblem(error)) await enqueueExtraction(db, { artworkId }).catch(() => undefined);
    throw error;
  }
}

async function readRow(row: WorkRow, { place, db }: Run): Promise<RowWithPicture> {
  const key = row.exported?.pictureSha256 ?? null;
  const { path, bytes } = await pictureOf(row, place, db);
  const picture = key === null ? await readPicture(bytes) : await readExportedPicture(bytes, key);
  return { ...row, path, picture };
}

/** The row's file; without it, of an export, the picture that the work has here. */
async function pictureOf(
  { file, exported }: WorkRow,
  place: PicturePlace,
  db: Database,
): Promise<{ path: string; bytes: Buffer }> {
  try {
    const path = await place.find(file);
    return { path, bytes: await place.read(path, file) };
  } catch (error) {
    const key = exported?.pictureSha256 ?? null;
    const isHere = key !== null && (await findArtworkByImage(db, key)) !== null;
    const bytes = isHere ? await storedOriginal(key) : null;
    if (bytes === null) throw error;
    return { path: `${file} of ${key}`, bytes };
  }
}

/** @returns the id of the row's work; null if there is none yet, or it is another row's */
async function storeRow(
  row: RowWithPicture,
  run: Run,
): Promise<{ outcome: RowOutcome; artworkId: string | null }> {
  const { db, vision, tally, lineOfFile, lineOfPicture } = run;
  const { line, file, path, picture } = row;
  const named = lineOfFile.get(path);
  if (named !== undefined)
    throw new Problem(
      'invalid-request',
      `Line ${named} names this file already. Remove one of the two lines.`,
    );
  lineOfFile.set(path, line);
  const sameAsLine = lineOfPicture.get(picture.key);
  if (sameAsLine !== undefined) {
    tally.repeat({ line, file, sameAsLine });
    return { outcome: 'unchanged', artworkId: null };
  }
  lineOfPicture.set(picture.key, line);
  const plan = await planRow(db, row, path, picture);
  if (plan.kind === 'add') {
    const works = await findNearDuplicates(db, picture);
    if (works.length > 0)
      tally.looksLike({ line, file, works: works.map(({ id, title }) => ({ id, title })) });
  } else if (plan.changed.length > 0) {
    tally.update({ line, file, artworkId: plan.artwork.id, changed: plan.changed });
  }
  const outcome = plan.kind === 'add' ? 'added' : plan.changed.length > 0 ? 'updated' : 'unchanged';
  if (vision === null) return { outcome, artworkId: null };
  const artworkId = await carryOut(plan, row, run);
  // A row of an export names its work by its id.
  if (row.exported === null) await saveSourceFile(db, path, artworkId);
  return { outcome, artworkId };
}

async function carryOut(plan: RowPlan, row: RowWithPicture, { db, makerRecords }: Run): Promise<string> {
  const { picture, details, decided, exported } = row;
  const makers = exported === null ? undefined : { ids: exported.makerIds, records: makerRecords };
  if (plan.kind === 'add') {
    const identity = exported && makers && { ...exported, crop: decided.crop ?? null, makers };
    const options = { ...handover, publication: decided.publication, identity: identity ?? undefined };
    return (await storeArtwork(picture, details, options)).artwork.id;
  }
  const { artwork, changed } = plan;
  if (changed.includes('picture')) await replacePicture(artwork.id, picture, handover);
  if (changed.some((name) => name !== 'picture'))
    await changeDetails(artwork, plan.details, db, { ...handover, decided, exportedMakers: makers });
  return artwork.id;
}

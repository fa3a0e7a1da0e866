import { findArtwork } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { type ImportRun } from '@/lib/catalog/import-runs.repository';
import {
  detailsAtSource,
  findImportedRecord,
  type ImportedRecord,
  type ImportOutcome,
  noteImportedRecord,
  type RecordNote,
} from '@/lib/catalog/imports.repository';
import { readPicture } from '@/lib/images/safe-picture';
import { storeArtwork } from '@/lib/ingest/add-artwork';
import { changeDetails } from '@/lib/ingest/change-details';
import { replacePicture } from '@/lib/ingest/replace-picture';
import { isPictureProblem } from '@/lib/ingest/stored-pixels';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { type Validators } from '@/lib/platform/fetch/web-request';
import { Problem } from '@/lib/platform/problem';
import { isOpen } from '@/lib/rights/rights';
import { type ImportTally } from './import-summary';
import { mergeDetails } from './merge-details';
import { prepareDetails } from './prepare-details';
import { type SourceItem, type SourceRecord } from './record';
import { type Source } from './source';
import { type SourceClient } from './source-client';

export interface Importing {
  readonly db: Database;
  readonly run: ImportRun;
  readonly source: Source;
  readonly client: SourceClient;
  readonly openOnly: boolean;
  /** Look at everything and store nothing. */
  readonly dryRun: boolean;
  readonly tally: ImportTally;
}

/** @returns null if this run has dealt with it before, and so nothing was done */
export async function bringIn(item: SourceItem, importing: Importing): Promise<ImportOutcome | null> {
  const { db, run, source, client, dryRun, tally } = importing;
  const owner = ownerOf(item, source);
  const before = await findImportedRecord(db, owner, item.id);
  if (isDealtWith(before, run)) return null;
  const key = { source: owner, sourceId: item.id };
  const note = async (outcome: ImportOutcome, rest: Partial<RecordNote> = {}): Promise<ImportOutcome> => {
    if (outcome === 'refused') tally.refused.push({ id: item.id, reason: rest.reason ?? '' });
    if (!dryRun) await noteImportedRecord(db, run, outcome, { ...key, ...rest });
    return outcome;
  };
  if (item.kind === 'reference') {
    if (source.read === undefined)
      throw new Error(`The source ${source.name} lists references and reads none.`);
    const isHere = before !== null && before.artworkId !== null;
    const result = await source.read(item.id, client, isHere ? recordValidators(before) : null);
    if (result.kind === 'unchanged') return note('unchanged');
    return settle(result.item, before, result.validators);
  }
  return settle(item, before, { etag: null, lastModified: null });

  async function settle(
    known: SourceItem,
    previous: ImportedRecord | null,
    { etag: recordEtag, lastModified: recordModified }: Validators,
  ): Promise<ImportOutcome | null> {
    if (known.kind === 'gone') return previous?.artworkId ? note('vanished') : null;
    if (known.kind === 'unusable') return note('refused', { reason: known.reason });
    if (known.kind === 'reference')
      throw new Error(`The source ${source.name} reads a reference as a reference.`);
    try {
      return await bringRecord(known, previous, importing, { ...key, recordEtag, recordModified }, note);
    } catch (error) {
      if (!isOwnFault(error)) throw error;
      return note('refused', { reason: error.message });
    }
  }
}

/** Notes that a record could not be had this time, unless the run has dealt with it before. */
export async function postpone(
  item: SourceItem,
  { db, run, source, dryRun, tally }: Importing,
  reason: string,
): Promise<void> {
  const key = { source: ownerOf(item, source), sourceId: item.id };
  if (isDealtWith(await findImportedRecord(db, key.source, key.sourceId), run)) return;
  tally.postponed.push({ id: item.id, reason });
  if (!dryRun) await noteImportedRecord(db, run, 'postponed', { ...key, reason });
}

function isDealtWith(record: ImportedRecord | null, { id }: Pick<ImportRun, 'id'>): boolean {
  return record !== null && record.runId === id && record.outcome !== 'postponed';
}

/** By which name of a source a record is known. */
export function ownerOf(item: SourceItem, source: Pick<Source, 'name'>): string {
  return item.kind === 'record' ? (item.source ?? source.name) : source.name;
}

async function bringRecord(
  record: SourceRecord,
  before: ImportedRecord | null,
  { db, run, client, openOnly, dryRun, tally }: Importing,
  key: RecordNote,
  note: (outcome: ImportOutcome, rest?: Partial<RecordNote>) => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  const details = prepareDetails(record.details);
  tally.countRights(details.rights);
  const open = isOpen(details.rightsUrl);
  const museum = record.source === undefined ? undefined : (details.collection ?? undefined);
  if (openOnly && !open)
    throw new Problem(
      'invalid-request',
      `it may not be reused without asking (rights: ${details.rights ?? 'not said'}). Allow works without an open licence to bring it in as a draft`,
    );
  const artwork = before?.artworkId ? await findArtwork(db, before.artworkId) : null;
  const said = { ...key, details, pictureUrl: record.pictureUrl };
  if (
    before !== null &&
    before.details !== null &&
    before.artworkId === null &&
    !notHad.includes(before.outcome)
  )
    return note('unchanged', said);
  if (artwork !== null && artwork.deletedAt !== null) return note('unchanged', said);
  if (artwork === null || before === null) {
    if (dryRun) return 'added';
    const body = await client.picture(record.pictureUrl, null, museum);
    if (body === null) throw new Error('A picture that was never had is said to be unchanged.');
    const picture = await readPicture(body.bytes);
    const stored = await storeArtwork(picture, details, {
      publication: open ? 'published' : 'draft',
      also: (transaction, { artwork: { id }, duplicateOf }) =>
        noteImportedRecord(transaction, run, duplicateOf === undefined ? 'added' : 'unchanged', {
          ...said,
          ...pictureNote(body.validators),
          artworkId: id,
          reason: null,
        }),
    });
    return stored.duplicateOf === undefined ? 'added' : 'unchanged';
  }
  const merged = mergeDetails(artwork, detailsAtSource(before) ?? artwork, details);
  const isSamePlace = before.pictureUrl === record.pictureUrl;
  if (merged === null && isSamePlace) return note('unchanged', said);
  if (dryRun) return 'updated';
  const body = await client.picture(
    record.pictureUrl,
    isSamePlace ? pictureValidators(before) : null,
    museum,
  );
  const picture = body === null ? null : await readPicture(body.bytes);
  const isNewPicture = picture !== null && picture.key !== artwork.image.key;
  if (isNewPicture) await replacePicture(artwork.id, picture);
  if (merged !== null) await changeDetails(artwork, merged, db);
  const outcome = isNewPicture || merged !== null ? 'updated' : 'unchanged';
  return note(outcome, { ...said, ...(body === null ? {} : pictureNote(body.validators)) });
}

/** How a record ended whose work was never here. */
const notHad = ['refused', 'postponed'];

/** What is wrong with this one record, and would be wrong again: not what keeps the whole list from being read. */
function isOwnFault(error: unknown): error is Problem {
  if (error instanceof FetchProblem)
    return [
      'not-found',
      'too-large',
      'wrong-type',
      'address-refused',
      'too-many-redirects',
      'refused',
    ].includes(String(error.extensions.fault));
  return isPictureProblem(error) || (error instanceof Problem && error.kind === 'invalid-request');
}

function recordValidators({ recordEtag, recordModified }: ImportedRecord): Validators | null {
  return recordEtag === null && recordModified === null
    ? null
    : { etag: recordEtag, lastModified: recordModified };
}

function pictureValidators({ pictureEtag, pictureModified }: ImportedRecord): Validators | null {
  return pictureEtag === null && pictureModified === null
    ? null
    : { etag: pictureEtag, lastModified: pictureModified };
}

function pictureNote({ etag, lastModified }: Validators): Partial<RecordNote> {
  return { pictureEtag: etag, pictureModified: lastModified };
}

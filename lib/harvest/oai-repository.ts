import { type Artwork } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import {
  countHarvestRecords,
  findHarvestRecord,
  type HarvestRecord,
  listHarvestRecords,
  oldestHarvestRecord,
} from '@/lib/catalog/harvest-records.repository';
import { type DescribedWork } from '@/lib/standards/described-work';
import { dublinCore } from '@/lib/standards/dublin-core';
import { lido } from '@/lib/standards/lido';
import { element, type XmlElement } from '@/lib/standards/xml';
import { listSets, membersOf, setsOf } from './harvest-sets';
import { OaiError } from './oai-error';
import {
  type MetadataPrefix,
  oaiDate,
  type OaiRequest,
  parseBounds,
  parseMetadataPrefix,
} from './oai-request';
import { formatToken, parseToken, type ResumptionToken } from './resumption-token';

/** What answers need besides the request. */
export interface OaiRepository {
  readonly db: DatabaseClient;
  /** Of this site, without a slash. */
  readonly origin: string;
  /** Whom harvesters can write to. */
  readonly adminEmail: string;
  readonly describe: (artwork: Artwork) => DescribedWork;
}

const pageSizes = { ListRecords: 100, ListIdentifiers: 500 } as const;

const formats = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    write: dublinCore,
  },
  lido: {
    schema: 'http://www.lido-schema.org/schema/v1.1/lido-v1.1.xsd',
    namespace: 'http://www.lido-schema.org',
    write: lido,
  },
} as const satisfies Record<MetadataPrefix, object>;

/**
 * The element that answers a request, named after its verb.
 * @throws OaiError
 */
export async function answerOai(repository: OaiRepository, request: OaiRequest): Promise<XmlElement> {
  switch (request.verb) {
    case 'Identify':
      return identify(repository);
    case 'ListMetadataFormats':
      return listMetadataFormats(repository, request);
    case 'ListSets':
      return sets(repository, request);
    case 'GetRecord':
      return getRecord(repository, request);
    case 'ListIdentifiers':
    case 'ListRecords':
      return list(repository, request, request.verb);
  }
}

async function identify({ db, origin, adminEmail }: OaiRepository): Promise<XmlElement> {
  const oldest = (await oldestHarvestRecord(db)) ?? new Date();
  const text = (name: string, value: string) => element(name, {}, value);
  return element(
    'Identify',
    {},
    text('repositoryName', 'Gafu'),
    text('baseURL', `${origin}/oai`),
    text('protocolVersion', '2.0'),
    text('adminEmail', adminEmail),
    text('earliestDatestamp', oaiDate(oldest)),
    // After a backup is restored, the deletions of before are not known.
    text('deletedRecord', 'transient'),
    text('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    element(
      'description',
      {},
      element(
        'oai-identifier',
        {
          xmlns: 'http://www.openarchives.org/OAI/2.0/oai-identifier',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation':
            'http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd',
        },
        text('scheme', 'oai'),
        text('repositoryIdentifier', new URL(origin).hostname),
        text('delimiter', ':'),
        text('sampleIdentifier', identifierOf(origin, 'k3v9q2mwta')),
      ),
    ),
  );
}

async function listMetadataFormats(repository: OaiRepository, request: OaiRequest): Promise<XmlElement> {
  const { identifier } = request.arguments;
  if (identifier !== undefined) await existing(repository, identifier);
  const all = Object.entries(formats).map(([prefix, { schema, namespace }]) =>
    element(
      'metadataFormat',
      {},
      element('metadataPrefix', {}, prefix),
      element('schema', {}, schema),
      element('metadataNamespace', {}, namespace),
    ),
  );
  return element('ListMetadataFormats', {}, all);
}

async function sets({ db }: OaiRepository, request: OaiRequest): Promise<XmlElement> {
  if (request.arguments.resumptionToken !== undefined)
    throw new OaiError('badResumptionToken', 'The list of sets has one page.');
  const all = (await listSets(db)).map(({ spec, name }) =>
    element('set', {}, element('setSpec', {}, spec), element('setName', {}, name)),
  );
  if (all.length === 0) throw new OaiError('noRecordsMatch', 'There are no sets yet.');
  return element('ListSets', {}, all);
}

async function getRecord(repository: OaiRepository, { arguments: given }: OaiRequest): Promise<XmlElement> {
  const prefix = parseMetadataPrefix(given.metadataPrefix);
  const record = await existing(repository, given.identifier ?? '');
  const [artwork] = await findArtworks(repository.db, record.isDeleted ? [] : [record.artworkId]);
  return element('GetRecord', {}, recordElement(repository, record, prefix, artwork));
}

async function list(
  repository: OaiRepository,
  { arguments: given }: OaiRequest,
  verb: 'ListIdentifiers' | 'ListRecords',
): Promise<XmlElement> {
  const { db } = repository;
  const token = given.resumptionToken === undefined ? null : parseToken(given.resumptionToken);
  const asked = token ?? {
    prefix: parseMetadataPrefix(given.metadataPrefix),
    ...parseBounds(given),
    set: given.set ?? null,
    after: null,
    cursor: 0,
  };
  const now = Date.now();
  const until = asked.until ?? new Date(now);
  const among = asked.set === null ? null : await membersOf(db, asked.set);
  const range = { from: asked.from, until, among };
  const limit = pageSizes[verb];
  const found = await listHarvestRecords(db, range, { after: asked.after, limit: limit + 1 });
  const records = found.slice(0, limit);
  const last = records.at(-1);
  if (last === undefined && token === null)
    throw new OaiError('noRecordsMatch', 'No record was changed within these bounds.');
  const next: ResumptionToken | null =
    found.length > limit && last
      ? {
          prefix: asked.prefix,
          from: asked.from,
          // Times are of whole seconds. What changes from this one on comes with the next harvest, not twice with this.
          until: new Date(Math.min(until.getTime(), now - (now % 1000) - 1)),
          set: asked.set,
          after: last,
          cursor: asked.cursor + limit,
        }
      : null;
  const works =
    verb === 'ListRecords'
      ? await findArtworks(
          db,
          records.filter(({ isDeleted }) => !isDeleted).map(({ artworkId }) => artworkId),
        )
      : [];
  const byId = new Map(works.map((work) => [work.id, work]));
  const items = records.map((record) =>
    verb === 'ListIdentifiers'
      ? header(repository.origin, record)
      : recordElement(repository, record, asked.prefix, byId.get(record.artworkId)),
  );
  if (next === null && token === null) return element(verb, {}, items);
  const size = String(await countHarvestRecords(db, range));
  const attributes = { completeListSize: size, cursor: String(asked.cursor) };
  return element(verb, {}, items, element('resumptionToken', attributes, next && formatToken(next)));
}

/** @throws OaiError `idDoesNotExist` */
async function existing({ db, origin }: OaiRepository, identifier: string): Promise<HarvestRecord> {
  const before = identifierOf(origin, '');
  const id = identifier.startsWith(before) ? identifier.slice(before.length) : '';
  const record = /^[0-9A-Za-z_-]{1,64}$/.test(id) ? await findHarvestRecord(db, id) : null;
  if (record === null)
    throw new OaiError(
      'idDoesNotExist',
      `There is no record "${identifier.slice(0, 100)}". They begin with ${before}.`,
    );
  return record;
}

function recordElement(
  { origin, describe }: OaiRepository,
  record: HarvestRecord,
  prefix: MetadataPrefix,
  artwork: Artwork | undefined,
): XmlElement {
  // Withdrawn since the list was read: its next record says so.
  const isGone = artwork?.isPublic !== true;
  return element(
    'record',
    {},
    header(origin, { ...record, isDeleted: isGone }),
    isGone ? null : element('metadata', {}, formats[prefix].write(origin, describe(artwork))),
  );
}

function header(origin: string, record: HarvestRecord): XmlElement {
  return element(
    'header',
    { status: record.isDeleted ? 'deleted' : null },
    element('identifier', {}, identifierOf(origin, record.artworkId)),
    element('datestamp', {}, oaiDate(record.changedAt)),
    setsOf(record).map((spec) => element('setSpec', {}, spec)),
  );
}

/** By the scheme of oai-identifier 2.0: the host, and the work's id. */
function identifierOf(origin: string, id: string): string {
  return `oai:${new URL(origin).hostname}:${id}`;
}

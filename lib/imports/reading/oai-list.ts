import { Problem } from '@/lib/platform/problem';
import { type SourceItem } from '../record';
import { type SourcePage } from '../source';
import { type SourceClient } from '../source-client';
import { dublinCoreRecord } from './dublin-core';
import { edmRecord } from './edm';
import { lidoRecord } from './lido';
import { noSuch } from './no-such';
import { childrenAt, type XmlElement } from './xml';

const oai = 'http://www.openarchives.org/OAI/2.0/';

/** The forms of records that can be read; the first is asked for unless another is. */
export const oaiPrefixes = ['oai_dc', 'edm', 'lido'] as const;

const formats: Readonly<Record<string, (id: string, metadata: XmlElement) => SourceItem>> = {
  oai_dc: dublinCoreRecord,
  edm: edmRecord,
  lido: lidoRecord,
} satisfies Record<(typeof oaiPrefixes)[number], unknown>;

export interface Harvest {
  /** Of the repository: all that comes before `?verb=`. */
  readonly address: string;
  readonly prefix: string;
  readonly set?: string;
}

/** One page of ListRecords (OAI-PMH 2.0). @param cursor a resumption token */
export async function listOaiRecords(
  { address, prefix, set }: Harvest,
  cursor: string | null,
  client: SourceClient,
): Promise<SourcePage> {
  const read = formats[prefix];
  if (read === undefined) throw noSuch('metadata prefix', prefix, Object.keys(formats));
  // A token stands alone: servers refuse other parameters beside it.
  const parameters: Record<string, string> =
    cursor === null
      ? { metadataPrefix: prefix, ...(set === undefined ? {} : { set }) }
      : { resumptionToken: cursor };
  const root = await request(address, { verb: 'ListRecords', ...parameters }, client);
  if (root === null) return { items: [], next: null, total: 0 };
  const [token] = childrenAt(root, oai, 'ListRecords', 'resumptionToken');
  const total = Number(token?.attributes.get('completeListSize'));
  return {
    items: childrenAt(root, oai, 'ListRecords', 'record').map((record) => itemOf(record, read)),
    next: token?.text || null,
    total: Number.isInteger(total) && total > 0 ? total : null,
  };
}

/** One record, in whatever form its prefix names. */
export async function getOaiRecord(
  { address, prefix }: Harvest,
  id: string,
  client: SourceClient,
): Promise<SourceItem> {
  const root = await request(address, { verb: 'GetRecord', metadataPrefix: prefix, identifier: id }, client);
  const [record] = root === null ? [] : childrenAt(root, oai, 'GetRecord', 'record');
  const read = formats[prefix];
  return record === undefined || read === undefined ? { kind: 'gone', id } : itemOf(record, read);
}

function itemOf(record: XmlElement, read: (id: string, metadata: XmlElement) => SourceItem): SourceItem {
  const [header] = childrenAt(record, oai, 'header');
  const id = header === undefined ? '' : (childrenAt(header, oai, 'identifier')[0]?.text ?? '');
  if (header?.attributes.get('status') === 'deleted') return { kind: 'gone', id };
  const [metadata] = childrenAt(record, oai, 'metadata');
  if (id === '' || metadata === undefined)
    return { kind: 'unusable', id: id || 'unknown', reason: 'its record has no identifier or no metadata' };
  return read(id, metadata);
}

/** @returns null if nothing matches */
async function request(
  address: string,
  parameters: Readonly<Record<string, string>>,
  client: SourceClient,
): Promise<XmlElement | null> {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const root = await client.xml(url.href, { takesErrorBodies: true });
  if (root.uri !== oai || root.name !== 'OAI-PMH')
    throw new Problem(
      'invalid-request',
      `${address} does not answer in OAI-PMH 2.0. Is it the address of the repository?`,
    );
  const [error] = childrenAt(root, oai, 'error');
  if (error === undefined) return root;
  const code = error.attributes.get('code') ?? '';
  if (code === 'noRecordsMatch' || code === 'idDoesNotExist') return null;
  const advice: Readonly<Record<string, string>> = {
    cannotDisseminateFormat: ' Choose another form of the records.',
    badResumptionToken: ' Its list has expired: begin the import again.',
    noSetHierarchy: ' Leave the set out.',
  };
  throw new Problem(
    'invalid-request',
    `${url.hostname} answers "${error.text || code}" (${code}).${advice[code] ?? ''}`,
  );
}

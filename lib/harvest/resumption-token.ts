import { z } from 'zod';
import { type HarvestPlace } from '@/lib/catalog/harvest-records.repository';
import { isPictureId } from '@/lib/catalog/picture-id';
import { OaiError } from './oai-error';
import { type MetadataPrefix, metadataPrefixes } from './oai-request';

/**
 * Where a list goes on. It holds all that the list was asked for, and the last record that was given: records are in
 * the order of their changes, so whatever changes meanwhile comes later and nothing is passed over. It never expires.
 */
export interface ResumptionToken {
  readonly prefix: MetadataPrefix;
  readonly from: Date | null;
  /** Never open: the list ends with what was there when it began. */
  readonly until: Date;
  readonly set: string | null;
  readonly after: HarvestPlace;
  /** Records given so far. */
  readonly cursor: number;
}

/** As far as a date can be. */
const momentMsMax = 8.64e15;
const moment = z
  .int()
  .min(0)
  .max(momentMsMax)
  .transform((ms) => new Date(ms));
const schema = z.tuple([
  z.enum(metadataPrefixes),
  moment.nullable(),
  moment,
  z.string().max(300).nullable(),
  moment,
  z.string().refine(isPictureId),
  z.int().min(0),
]);

export function formatToken({ prefix, from, until, set, after, cursor }: ResumptionToken): string {
  const { changedAt, artworkId } = after;
  const parts = [
    prefix,
    from?.getTime() ?? null,
    until.getTime(),
    set,
    changedAt.getTime(),
    artworkId,
    cursor,
  ];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws OaiError `badResumptionToken` */
export function parseToken(text: string): ResumptionToken {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const [prefix, from, until, set, changedAt, artworkId, cursor] = schema.parse(json);
    return { prefix, from, until, set, after: { changedAt, artworkId }, cursor };
  } catch {
    throw new OaiError(
      'badResumptionToken',
      'This resumption token is none of this repository’s. Begin the list again.',
    );
  }
}

import {
  type HarvestField,
  harvestFields,
  type HarvestRange,
  type HarvestRecord,
  harvestValues,
} from '@/lib/catalog/harvest-records.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { titleSlug } from '@/lib/catalog/work-address';
import { OaiError } from './oai-error';

/** A set of records: the works of one collection or movement. */
export interface HarvestSet {
  /** `movement:ukiyo-e` */
  readonly spec: string;
  readonly name: string;
}

/** A value as a part of a set's spec, which may hold letters of ASCII only (OAI-PMH 2.0, 2.6). */
function specOf(field: HarvestField, value: string): string {
  const slug = titleSlug(value);
  return `${field}:${/^[a-z0-9-]+$/.test(slug) ? slug : `u${Buffer.from(slug).toString('hex').slice(0, 60)}`}`;
}

/** Every set. Values that differ in case or accents alone are one. */
export async function listSets(db: DatabaseClient): Promise<HarvestSet[]> {
  const sets = new Map<string, HarvestSet>();
  for (const field of harvestFields)
    for (const name of await harvestValues(db, field)) {
      const spec = specOf(field, name);
      if (!sets.has(spec)) sets.set(spec, { spec, name });
    }
  return [...sets.values()];
}

/** The sets of a record. */
export function setsOf({ collection, movements }: HarvestRecord): string[] {
  const specs = [
    ...(collection === null ? [] : [specOf('collection', collection)]),
    ...movements.map((name) => specOf('movement', name)),
  ];
  return [...new Set(specs)];
}

/**
 * What a set holds.
 * @throws OaiError `noRecordsMatch` for a set that does not exist
 */
export async function membersOf(db: DatabaseClient, spec: string): Promise<HarvestRange['among']> {
  const field = harvestFields.find((name) => spec.startsWith(`${name}:`));
  const values = field
    ? (await harvestValues(db, field)).filter((value) => specOf(field, value) === spec)
    : [];
  if (field === undefined || values.length === 0)
    throw new OaiError(
      'noRecordsMatch',
      `There is no set "${spec.slice(0, 100)}". ListSets names those that there are.`,
    );
  return { field, values };
}

import { isDeepStrictEqual } from 'node:util';
import { type ChangeSubject } from '@/lib/catalog/change';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { type MakerDetails } from '@/lib/catalog/maker';
import {
  findByIdentifier,
  findMakerRecord,
  lockMakers,
  type MakerRecord,
  writeMaker,
} from '@/lib/catalog/maker-records.repository';
import { parseMakerDetails } from '@/lib/ingest/details';
import { Problem } from '@/lib/platform/problem';

/** What is known of a maker, in the order of the form. */
export const makerFields = [
  'name',
  'otherNames',
  'birthYear',
  'deathYear',
  'nationality',
  'wikidataId',
  'ulanId',
] as const satisfies readonly (keyof MakerDetails)[];
export type MakerField = (typeof makerFields)[number];

export type MakerForm = Readonly<Record<MakerField, string>>;

/** A maker as the audit log names it. */
export function makerSubject({ id, name }: Pick<MakerRecord, 'id' | 'name'>): ChangeSubject {
  return { kind: 'maker', id, name };
}

/** What the audit log keeps of a maker. */
export function recordedMaker(maker: MakerDetails): MakerDetails {
  const { name, otherNames, birthYear, deathYear, nationality, wikidataId, ulanId } = maker;
  return { name, otherNames, birthYear, deathYear, nationality, wikidataId, ulanId };
}

/** A record as its form shows it: other names one a line. */
export function makerFormOf(maker: MakerDetails): MakerForm {
  const text = (value: string | number | null) => value?.toString() ?? '';
  return {
    name: maker.name,
    otherNames: maker.otherNames.join('\n'),
    birthYear: text(maker.birthYear),
    deathYear: text(maker.deathYear),
    nationality: text(maker.nationality),
    wikidataId: text(maker.wikidataId),
    ulanId: text(maker.ulanId),
  };
}

/**
 * Saves the form of a maker, whose works then carry the new name. Fields that only others have changed since it was
 * opened are kept.
 *
 * @param base the form as it was opened
 * @throws Problem `invalid-request`, `not-found`; `conflict` if others have changed the same fields, with what they
 *   have saved, or if another record has an identifier
 */
export async function saveMaker(id: string, form: MakerForm, base: MakerForm): Promise<void> {
  await inTransaction(await database(), async (transaction) => {
    await lockMakers(transaction, [id]);
    const before = await findMakerRecord(transaction, id);
    if (before === null)
      throw new Problem('not-found', 'This record is gone: somebody may have merged it with another one.');
    const merged = mergedForm(makerFormOf(before), form, base);
    const details = parseMakerDetails({ ...merged, otherNames: merged.otherNames.split('\n') });
    const holder = await findByIdentifier(transaction, details, id);
    if (holder !== null)
      throw new Problem(
        'conflict',
        `The record of ${holder.name} has this identifier already. If they are the same person, merge the two.`,
        { makerId: holder.id },
      );
    if (isDeepStrictEqual(recordedMaker(before), recordedMaker(details))) return;
    await writeMaker(transaction, id, details);
    await recordChange(transaction, {
      action: 'update',
      subject: makerSubject({ ...details, id }),
      before: recordedMaker(before),
      after: recordedMaker(details),
    });
  });
}

/** Each field from whoever has changed it. @throws Problem `conflict` for those that both have changed */
function mergedForm(current: MakerForm, typed: MakerForm, base: MakerForm): MakerForm {
  const same = (a: string, b: string) => tidy(a) === tidy(b);
  const conflicts = makerFields.filter(
    (field) =>
      !same(typed[field], current[field]) &&
      !same(typed[field], base[field]) &&
      !same(current[field], base[field]),
  );
  if (conflicts.length > 0)
    throw new Problem(
      'conflict',
      'Somebody else has changed the same fields since you opened this form. Nothing was saved yet. What they have saved stands below yours: save again to put yours in its place.',
      { fields: conflicts },
    );
  const taken = makerFields.map((field) => [
    field,
    same(typed[field], base[field]) ? current[field] : typed[field],
  ]);
  return Object.fromEntries(taken) as MakerForm;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { type MakerDetails } from '@/lib/catalog/maker';
import { findMakerRecord, lockMakers, moveWorks, writeMaker } from '@/lib/catalog/maker-records.repository';
import { Problem } from '@/lib/platform/problem';
import { makerSubject, recordedMaker } from './edit-maker';

export interface MergedMakers {
  readonly id: string;
  /** How many works were moved to it. */
  readonly works: number;
}

/**
 * Makes two records of one person one: `keptId` stays, the other's works are its works, and the other's names are its
 * other names. What the kept record does not say is taken from the other.
 *
 * @throws Problem `invalid-request` for one record with itself, `not-found` if one of them is gone
 */
export async function mergeMakers(keptId: string, otherId: string): Promise<MergedMakers> {
  if (keptId === otherId)
    throw new Problem('invalid-request', 'A record cannot be merged with itself. Choose another one.');
  return inTransaction(await database(), async (transaction) => {
    await lockMakers(transaction, [keptId, otherId]);
    const kept = await findMakerRecord(transaction, keptId);
    const other = await findMakerRecord(transaction, otherId);
    if (kept === null || other === null)
      throw new Problem(
        'not-found',
        'One of the two records is gone: somebody may have merged them already.',
      );
    const works = await moveWorks(transaction, otherId, keptId);
    const merged = mergedDetails(kept, other);
    await writeMaker(transaction, keptId, merged);
    await recordChange(transaction, {
      action: 'merge',
      subject: makerSubject({ ...merged, id: keptId }),
      before: { ...recordedMaker(kept), mergedWith: null },
      after: { ...recordedMaker(merged), mergedWith: { id: otherId, ...recordedMaker(other), works } },
    });
    return { id: keptId, works };
  });
}

/** Pure: what is known of two records of one person. */
export function mergedDetails(kept: MakerDetails, other: MakerDetails): MakerDetails {
  const names = [...kept.otherNames, other.name, ...other.otherNames];
  return {
    name: kept.name,
    otherNames: [...new Set(names)].filter((name) => name !== kept.name),
    birthYear: kept.birthYear ?? other.birthYear,
    deathYear: kept.deathYear ?? other.deathYear,
    nationality: kept.nationality ?? other.nationality,
    wikidataId: kept.wikidataId ?? other.wikidataId,
    ulanId: kept.ulanId ?? other.ulanId,
  };
}

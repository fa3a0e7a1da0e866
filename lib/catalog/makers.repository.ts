import { type DatabaseClient } from './database';
import { type ExportedMakers } from './exported-identity';
import { type MakerCredit, type MakerDetails } from './maker';
import { type Maker } from './prisma/client';
import { randomMakerId } from './random-id';

/** Any number, the same in every process: the process that holds the advisory lock of this and a name adds that maker. */
const advisoryLock = 7_265_422;

/**
 * Sets who made a work, in this order. A maker who is known already, by an identifier or else by the name, is the same
 * record; of several people of one name, the one to whom this work was credited before. What the record did not say
 * yet is filled in, and nothing that it says is overwritten.
 * @param exported of a work that another Gafu has exported: its makers become the same records
 */
export async function saveCredits(
  transaction: DatabaseClient,
  artworkId: string,
  credits: readonly MakerCredit[],
  exported?: ExportedMakers,
): Promise<void> {
  const before = await transaction.attribution.findMany({
    where: { artworkId },
    select: { makerId: true },
    orderBy: { position: 'asc' },
  });
  await transaction.attribution.deleteMany({ where: { artworkId } });
  const credited = before.map(({ makerId }) => makerId);
  if (credits.length === 0) return;
  const makerIds = new Map<MakerCredit, string>();
  // In order of names, so that two transactions that wait for each other's makers cannot both wait.
  for (const credit of [...credits].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const exportedId = exported?.ids[credits.indexOf(credit)] ?? null;
    makerIds.set(
      credit,
      exported === undefined || exportedId === null
        ? await ensureMaker(transaction, credit, credited)
        : await ensureExportedMaker(transaction, credit, exportedId, exported.records),
    );
  }
  await transaction.attribution.createMany({
    data: credits.map((credit, position) => ({
      artworkId,
      position,
      makerId: makerIds.get(credit) ?? '',
      role: credit.role,
      qualifier: credit.qualifier,
    })),
  });
}

async function ensureMaker(
  transaction: DatabaseClient,
  details: MakerDetails,
  credited: readonly string[],
): Promise<string> {
  const known = await findMaker(transaction, details, credited);
  if (known !== null) return await fillIn(transaction, known, details);
  // Two works by a new maker, added at once, must not make two records.
  await transaction.$queryRaw`
    SELECT pg_advisory_xact_lock(${advisoryLock}::integer, hashtext(${details.name}))::text`;
  const added = await findMaker(transaction, details, credited);
  if (added !== null) return await fillIn(transaction, added, details);
  return await addMaker(transaction, randomMakerId(), details);
}

/**
 * The record with this id, or the one that this maker of the export was found to be; else a new one with this id. People
 * of one name whom the export tells apart stay apart.
 */
async function ensureExportedMaker(
  transaction: DatabaseClient,
  details: MakerDetails,
  exportedId: string,
  records: Map<string, string>,
): Promise<string> {
  const id = records.get(exportedId) ?? exportedId;
  const known = await transaction.maker.findUnique({ where: { id } });
  const others = new Set(records.values());
  const found = known ?? (await findMaker(transaction, details, [], (maker) => !others.has(maker.id)));
  const record =
    found === null
      ? await addMaker(transaction, exportedId, details)
      : await fillIn(transaction, found, details);
  records.set(exportedId, record);
  return record;
}

async function addMaker(transaction: DatabaseClient, id: string, details: MakerDetails): Promise<string> {
  await transaction.maker.create({ data: { id, ...columnsOf(details) } });
  return id;
}

/**
 * By identifier; else a record of this name that no identifier or year of birth tells apart: one of `credited` before
 * the others, then the oldest.
 */
async function findMaker(
  transaction: DatabaseClient,
  details: MakerDetails,
  credited: readonly string[],
  mayBe: (namesake: Maker) => boolean = () => true,
): Promise<Maker | null> {
  const { name, wikidataId, ulanId, birthYear } = details;
  const identified = [
    ...(wikidataId === null ? [] : [{ wikidataId }]),
    ...(ulanId === null ? [] : [{ ulanId }]),
  ];
  if (identified.length > 0) {
    const found = await transaction.maker.findFirst({
      where: { OR: identified },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    if (found !== null) return found;
  }
  const namesakes = await transaction.maker.findMany({
    where: { name },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const agrees = <T>(said: T | null, known: T | null) => said === null || known === null || said === known;
  const possible = namesakes.filter(
    (maker) =>
      mayBe(maker) &&
      agrees(wikidataId, maker.wikidataId) &&
      agrees(ulanId, maker.ulanId) &&
      agrees(birthYear, maker.birthYear),
  );
  return possible.find(({ id }) => credited.includes(id)) ?? possible[0] ?? null;
}

async function fillIn(transaction: DatabaseClient, known: Maker, details: MakerDetails): Promise<string> {
  const said = columnsOf(details);
  const otherNames = [...known.otherNames, ...said.otherNames, said.name].filter(
    (name, at, all) => name !== known.name && all.indexOf(name) === at,
  );
  const data = {
    otherNames,
    birthYear: known.birthYear ?? said.birthYear,
    deathYear: known.deathYear ?? said.deathYear,
    nationality: known.nationality ?? said.nationality,
    wikidataId: known.wikidataId ?? said.wikidataId,
    ulanId: known.ulanId ?? said.ulanId,
  };
  const isNew = Object.entries(data).some(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(known[column as keyof typeof data]),
  );
  if (isNew) await transaction.maker.update({ where: { id: known.id }, data });
  return known.id;
}

function columnsOf(details: MakerDetails) {
  const { name, otherNames, birthYear, deathYear, nationality, wikidataId, ulanId } = details;
  return { name, otherNames: [...otherNames], birthYear, deathYear, nationality, wikidataId, ulanId };
}

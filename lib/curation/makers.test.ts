import { findArtwork } from '@/lib/catalog/artworks.repository';
import { listChanges } from '@/lib/catalog/changes.repository';
import { likelyDuplicates, listMakers } from '@/lib/catalog/maker-records.repository';
import { type MakerDetails, type MakerCredit } from '@/lib/catalog/maker';
import { unknownMaker } from '@/lib/ingest/detail-lists';
import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { makerFormOf, saveMaker } from './edit-maker';
import { mergeMakers } from './merge-makers';

const store = useTestDatabase();
beforeEach(() => store.db.$executeRawUnsafe('TRUNCATE artworks, makers, changes CASCADE'));

type SomeMaker = Pick<MakerDetails, 'name'> & Partial<MakerCredit>;
const add = (...makers: SomeMaker[]) =>
  addWork(store.db, { makers: makers.map((maker) => ({ ...unknownMaker, ...maker })) });
const record = async (name: string) => {
  const { makers } = await listMakers(store.db, { offset: 0, limit: 99 });
  const found = makers.find((maker) => maker.name === name);
  if (found === undefined) throw new Error(`There is no maker ${name}.`);
  return found;
};
const changes = async () => (await listChanges(store.db, {}, { offset: 0, limit: 9 })).changes;

describe('merging', () => {
  test('moves every work to the record that stays, and keeps all that was known', async () => {
    const one = await add({ name: 'Hokusai', birthYear: 1760 });
    const two = await add({ name: 'Katsushika Hokusai', deathYear: 1849, ulanId: '500060426' });
    const [kept, other] = [await record('Hokusai'), await record('Katsushika Hokusai')];
    expect(await mergeMakers(kept.id, other.id)).toEqual({ id: kept.id, works: 1 });
    for (const { id } of [one, two])
      expect((await findArtwork(store.db, id))?.makers).toMatchObject([
        {
          name: 'Hokusai',
          otherNames: ['Katsushika Hokusai'],
          birthYear: 1760,
          deathYear: 1849,
          ulanId: '500060426',
        },
      ]);
    expect(await store.db.maker.count()).toBe(1);
    expect(await changes()).toMatchObject([
      {
        action: 'merge',
        subject: { kind: 'maker', id: kept.id, name: 'Hokusai' },
        after: { mergedWith: { id: other.id, name: 'Katsushika Hokusai', works: 1 } },
      },
    ]);
  });

  test('leaves a work that credits both with one, unless in two roles', async () => {
    const twice = await add({ name: 'Dürer' }, { name: 'Duerer' });
    const roles = await add({ name: 'Dürer', role: 'designer' }, { name: 'Duerer', role: 'cutter' });
    await mergeMakers((await record('Dürer')).id, (await record('Duerer')).id);
    expect((await findArtwork(store.db, twice.id))?.makers).toMatchObject([{ name: 'Dürer' }]);
    expect((await findArtwork(store.db, roles.id))?.makers.map(({ role }) => role)).toEqual([
      'designer',
      'cutter',
    ]);
  });

  test('is refused with itself, and with a record that is gone', async () => {
    await add({ name: 'Ada' }, { name: 'Eva' });
    const [ada, eva] = [await record('Ada'), await record('Eva')];
    await expect(mergeMakers(ada.id, ada.id)).rejects.toMatchObject({ kind: 'invalid-request' });
    await mergeMakers(ada.id, eva.id);
    await expect(mergeMakers(ada.id, eva.id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

test('likely duplicates share a name but for case, accents and punctuation, and nothing tells them apart', async () => {
  await add({ name: 'Dürer, Albrecht' }, { name: 'durer albrecht' });
  await add({ name: 'Jan Brueghel', birthYear: 1568 }, { name: 'Jan Brueghel', birthYear: 1601 });
  await add({ name: 'Hokusai', otherNames: ['北斎'] }, { name: '北斎' });
  const pairs = await likelyDuplicates(store.db, { limit: 9 });
  const names = new Map(
    (await listMakers(store.db, { offset: 0, limit: 9 })).makers.map(({ id, name }) => [id, name]),
  );
  const found = pairs.map(({ id, otherId }) => [names.get(id), names.get(otherId)].sort());
  expect(found.sort()).toEqual([['Dürer, Albrecht', 'durer albrecht'].sort(), ['Hokusai', '北斎']]);
});

test('makers are found by any of their names, without accents', async () => {
  await add({ name: 'Édouard Manet' }, { name: 'Hokusai', otherNames: ['葛飾北斎'] });
  const find = async (text: string) =>
    (await listMakers(store.db, { text, offset: 0, limit: 9 })).makers.map(({ name }) => name);
  expect([await find('edouard'), await find('北斎'), await find('%'), await find('nobody')]).toEqual([
    ['Édouard Manet'],
    ['Hokusai'],
    [],
    [],
  ]);
});

describe('editing a record', () => {
  test('gives its works the new name', async () => {
    const work = await add({ name: 'Hokusia' });
    const { id, ...before } = await record('Hokusia');
    const opened = makerFormOf(before);
    await saveMaker(
      id,
      { ...opened, name: 'Hokusai', birthYear: '1760', otherNames: 'Iitsu\r\n\r\nGakyō' },
      opened,
    );
    expect((await findArtwork(store.db, work.id))?.makers).toMatchObject([
      { name: 'Hokusai', birthYear: 1760, otherNames: ['Iitsu', 'Gakyō'] },
    ]);
    expect(await changes()).toMatchObject([{ action: 'update', before: { name: 'Hokusia' } }]);
  });

  test('of two curators keeps what only one has changed, and asks about the rest', async () => {
    await add({ name: 'Hokusai' });
    const { id, ...before } = await record('Hokusai');
    const opened = makerFormOf(before);
    await saveMaker(id, { ...opened, birthYear: '1760' }, opened);
    await saveMaker(id, { ...opened, deathYear: '1849' }, opened);
    expect(await record('Hokusai')).toMatchObject({ birthYear: 1760, deathYear: 1849 });
    await expect(saveMaker(id, { ...opened, birthYear: '1761' }, opened)).rejects.toMatchObject({
      kind: 'conflict',
      extensions: { fields: ['birthYear'] },
    });
  });

  test('is refused an identifier that another record has, and years that are none', async () => {
    await add({ name: 'Hokusai', wikidataId: 'Q5586' }, { name: 'Iitsu' });
    const { id, ...before } = await record('Iitsu');
    const opened = makerFormOf(before);
    await expect(saveMaker(id, { ...opened, wikidataId: 'Q5586' }, opened)).rejects.toThrow(
      /record of Hokusai/,
    );
    await expect(saveMaker(id, { ...opened, birthYear: 'long ago' }, opened)).rejects.toThrow(
      /birthYear must be/,
    );
  });
});

import { type DatabaseClient } from '@/lib/catalog/database';
import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { registerSpace } from '@/lib/catalog/spaces.repository';
import { unknownMaker } from '@/lib/ingest/detail-lists';
import { pickedPaletteEmbedding } from '@/lib/search/picked-palette-embedding';
import { type IndexAnswer, type IndexRequest } from '@/lib/search/search-index';
import { paletteSpace } from '@/lib/vision/palette';
import { squareView } from '@/lib/vision/view';
import { type FindableWork, type NewWork } from './collection';

type AddMany = (count: number, given: NewWork) => Promise<FindableWork[]>;
type Ask = (rest: Partial<IndexRequest>) => Promise<IndexAnswer>;

const withFacets = true;

/** Adds works with every field that is a facet or is searched, and expects the index to find and count them by each. */
export async function expectCatalogueFields(addMany: AddMany, ask: Ask): Promise<void> {
  const [wave] = await addMany(1, {
    details: {
      titles: [
        { text: '神奈川沖浪裏', language: 'ja' },
        { text: 'The Great Wave', language: 'en' },
      ],
      makers: [
        { ...unknownMaker, name: 'Hokusai', otherNames: ['Taito'] },
        { ...unknownMaker, name: 'Eijudo', role: 'publisher' },
        { ...unknownMaker, name: 'Shunsho', qualifier: 'follower-of' },
      ],
      movements: ['Ukiyo-e', 'Edo'],
      genres: ['Landscape'],
      subjects: ['Sea', 'Mount Fuji', 'Boat'],
      medium: 'Woodblock print',
      technique: 'Nishiki-e',
      objectKind: 'Print',
      collection: 'Town museum',
      accessionNumber: 'JP1847',
      creditLine: 'Havemeyer bequest',
      rights: 'CC0 1.0',
      placeMade: 'Kanagawa',
      descriptions: [{ text: 'A towering breaker.', language: 'en' }],
      altTexts: [{ text: 'Three skiffs under a crest of foam', language: 'en' }],
    },
  });
  await addMany(1, {
    details: { artist: 'Monet', movement: 'Impressionism', subject: 'Sea', objectKind: 'Painting' },
  });

  const { facets } = await ask({ withFacets });
  const counted = Object.fromEntries(
    Object.entries(facets ?? {}).map(([name, values]) => [
      name,
      values.map(({ value, count }) => `${value} ${count}`),
    ]),
  );
  expect(counted).toEqual({
    artist: ['Eijudo 1', 'Hokusai 1', 'Monet 1'],
    movement: ['Edo 1', 'Impressionism 1', 'Ukiyo-e 1'],
    genre: ['Landscape 1'],
    subject: ['Sea 2', 'Boat 1', 'Mount Fuji 1'],
    century: [],
    colour: [],
    medium: ['Woodblock print 1'],
    kind: ['Painting 1', 'Print 1'],
    collection: ['Town museum 1'],
    rights: ['CC0 1.0 1'],
  });
  const ids = async (filter: IndexRequest['filter']) =>
    (await ask({ filter })).hits.map(({ artworkId }) => artworkId);
  for (const filter of [
    { movement: ['Edo'] },
    { subject: ['Boat'] },
    { artist: ['Eijudo'], genre: ['Landscape'] },
    { medium: ['Woodblock print'], kind: ['Print'], collection: ['Town museum'], rights: ['CC0 1.0'] },
  ])
    expect(await ids({ facets: filter })).toEqual([wave?.id]);
  expect((await ask({ filter: { facets: { subject: ['Sea', 'Boat'] } } })).total).toBe(2);
  for (const text of [
    'great wave',
    '沖浪',
    'taito',
    'shunsho',
    'edo',
    'fuji',
    'nishiki-e',
    'jp1847',
    'kanagawa',
    'havemeyer',
    'breaker',
    'skiffs',
  ])
    expect([text, await ids({ text })]).toEqual([text, [wave?.id]]);
}

/** Gives works palettes, as a worker does, and expects the index to find and count them by the colours they have much of. */
export async function expectColours(db: DatabaseClient, addMany: AddMany, ask: Ask): Promise<void> {
  const space = await paletteSpace(squareView);
  await registerSpace(db, space);
  const paint = async (...stripes: readonly [colour: string, share: number][]) => {
    const [work] = await addMany(1, {});
    const vector = pickedPaletteEmbedding(stripes.map(([colour, share]) => ({ colour, share })));
    await saveEmbeddings(db, work?.id ?? '', [{ spaceId: space.id, vector }]);
    return work?.id ?? '';
  };
  const sky = await paint(['3a6ea5', 70], ['f4f4f4', 30]);
  const dusk = await paint(['3a6ea5', 55], ['c02020', 45]);
  const night = await paint(['050505', 70], ['c02020', 30]);
  const counted = async (filter: IndexRequest['filter']) => {
    const { facets, total, hits } = await ask({ filter, withFacets });
    return {
      ids: hits.map(({ artworkId }) => artworkId).toSorted(),
      total,
      colours: facets?.colour.map(({ value, count }) => `${value} ${count}`),
    };
  };
  const colours = ['blue 2', 'red 2', 'black 1'];
  expect(await counted({})).toMatchObject({ total: 3, colours: expect.arrayContaining(colours) });
  expect((await counted({ facets: { colour: ['blue'] } })).ids).toEqual([sky, dusk].toSorted());
  expect((await counted({ facets: { colour: ['red'] } })).ids).toEqual([dusk, night].toSorted());
  expect((await counted({ facets: { colour: ['black', 'blue'] } })).total).toBe(3);
  // A picture that is replaced has other colours.
  const vector = pickedPaletteEmbedding([{ colour: '2e8b2e', share: 100 }]);
  await saveEmbeddings(db, night, [{ spaceId: space.id, vector }]);
  expect((await counted({ facets: { colour: ['green'] } })).ids).toEqual([night]);
  expect((await counted({ facets: { colour: ['black'] } })).total).toBe(0);
}

/** Withdraws, deletes and publishes works by their rows, as any process may, and expects the index to follow at once. */
export async function expectPublication(db: DatabaseClient, addMany: AddMany, ask: Ask): Promise<void> {
  const works = await addMany(3, {});
  const [first, second, third] = works.map(({ id }) => id);
  const found = async () => {
    const { hits, total, facets } = await ask({ withFacets });
    expect([total, facets?.artist[0]?.count ?? 0]).toEqual([hits.length, hits.length]);
    return hits.map(({ artworkId }) => artworkId).toSorted();
  };
  const all = works.map(({ id }) => id).toSorted();
  expect(await found()).toEqual(all);
  const set = (id: string | undefined, data: object) => db.artwork.update({ where: { id: id ?? '' }, data });
  await set(first, { publication: 'withdrawn' });
  await set(second, { publication: 'draft' });
  await set(third, { deletedAt: new Date() });
  expect(await found()).toEqual([]);
  await set(first, { publication: 'published' });
  expect(await found()).toEqual([first]);
  // Published again before anyone has looked.
  await set(first, { publication: 'withdrawn' });
  await set(first, { publication: 'published' });
  await set(second, { publication: 'published' });
  await set(third, { deletedAt: null });
  expect(await found()).toEqual(all);
}

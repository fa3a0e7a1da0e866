import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type ImportOptions } from '@/lib/imports/import-options';
import { runImport } from '@/lib/imports/run-import';
import { cleveland } from '@/lib/imports/sources/cleveland';
import { changeDetails } from '@/lib/ingest/change-details';
import { removeArtwork } from '@/lib/ingest/remove-artwork';
import { useTestDatabase } from '../support/database';
import { sends, useMuseums } from '../support/museums';
import { api, pageOf, picture, pictureUrl, serve, works } from './museum-works';

const database = useTestDatabase();
const museums = useMuseums();

const bring = (options: Partial<ImportOptions> = {}) =>
  runImport({ source: cleveland, choice: { openOnly: true }, web: museums().web, ...options });
const picturesAsked = () => museums().asked.filter((address) => address.endsWith('.jpg'));
async function stored() {
  const ids = await database.db.artwork.findMany({ select: { id: true }, orderBy: { createdAt: 'asc' } });
  return findArtworks(
    database.db,
    ids.map(({ id }) => id),
  );
}
const storedByNumber = async (number: string) => {
  const found = (await stored()).find(({ accessionNumber }) => accessionNumber === number);
  if (found === undefined) throw new Error(`${number} was not stored`);
  return found;
};

afterEach(async () => {
  await database.db.importRun.deleteMany();
  await database.db.artwork.deleteMany();
});

test('Works come with all that is known of them, wait for their features, and link back', async () => {
  await serve(museums(), works(3), 2);
  const summary = await bring();
  expect(summary).toMatchObject({ finished: true, resumed: false, total: 3, rights: { 'CC0 1.0': 3 } });
  expect(summary.counts).toEqual({
    added: 3,
    updated: 0,
    unchanged: 0,
    refused: 0,
    postponed: 0,
    vanished: 0,
  });
  expect(await storedByNumber('1900.1')).toMatchObject({
    title: 'Work 1900.1',
    makers: [
      { name: 'Thomas Cole', nationality: 'American', birthYear: 1801, deathYear: 1848, role: 'artist' },
    ],
    year: 1838,
    collection: 'The Cleveland Museum of Art',
    creditLine: 'Gift of 1900.1',
    rights: 'CC0 1.0',
    rightsUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    sourceUrl: 'https://clevelandart.org/art/1900.1',
    publication: 'published',
    state: 'pending',
  });
});

test('A second run of an unchanged list fetches no picture and changes nothing', async () => {
  await serve(museums(), works(3));
  await bring();
  museums().asked.length = 0;
  expect((await bring()).counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  expect(picturesAsked()).toEqual([]);
});

test('What the source has changed is updated, but not what a curator has changed since', async () => {
  await serve(museums(), works(2));
  await bring();
  const first = await storedByNumber('1900.1');
  const corrected = { ...first, titles: [{ text: 'A better title', language: 'en' }] };
  await changeDetails(first, corrected, database.db);
  const changed = works(2).map((work) => ({ ...work, title: `Renamed ${work.number}` }));
  await serve(museums(), changed);
  const summary = await bring();
  expect(summary.counts).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await storedByNumber('1900.1')).title).toBe('A better title');
  expect((await storedByNumber('1900.2')).title).toBe('Renamed 1900.2');
});

test('A new picture is taken with a changed record, and asked for again by its entity tag alone', async () => {
  await serve(museums(), works(2));
  await bring();
  const before = [await storedByNumber('1900.1'), await storedByNumber('1900.2')];
  await serve(museums(), [
    { number: '1900.1', title: 'New', picture: 77 },
    { number: '1900.2', title: 'New' },
  ]);
  await bring();
  expect((await storedByNumber('1900.1')).image.key).not.toBe(before[0]?.image.key);
  expect(await storedByNumber('1900.2')).toMatchObject({
    title: 'New',
    image: { key: before[1]?.image.key },
  });
});

test('Works that are missing from the list, or gone, are reported and stay', async () => {
  await serve(museums(), works(3));
  await bring();
  await serve(museums(), works(2));
  const summary = await bring();
  expect(summary.vanished).toEqual([{ id: '1900.3', artworkId: (await storedByNumber('1900.3')).id }]);
  expect((await bring()).counts).toMatchObject({ unchanged: 2, vanished: 0 });
});

test('A work that was deleted here is not brought in again', async () => {
  await serve(museums(), works(1));
  await bring();
  await removeArtwork((await storedByNumber('1900.1')).id);
  expect((await bring()).counts).toMatchObject({ added: 0, unchanged: 1 });
  expect(await stored()).toEqual([]);
});

test('Only open works come; others are refused with their rights, or come as drafts if all are wanted', async () => {
  const mixed = [{ number: '1900.1' }, { number: '1900.2', rights: 'Copyrighted' }];
  await serve(museums(), mixed);
  const open = await bring();
  expect(open.counts).toMatchObject({ added: 1, refused: 1 });
  expect(open.refused).toEqual([{ id: '1900.2', reason: expect.stringContaining('rights: Copyrighted') }]);
  const everything = await bring({ choice: { openOnly: false } });
  expect(everything).toMatchObject({ drafts: 1, counts: { added: 1, unchanged: 1 } });
  expect(await storedByNumber('1900.2')).toMatchObject({ publication: 'draft', isPublic: false });
});

test('A limit counts works, and a dry run fetches no picture and stores nothing', async () => {
  await serve(museums(), [{ number: '1900.9', rights: 'Copyrighted' }, ...works(6)], 3);
  const dry = await bring({ dryRun: true });
  expect(dry).toMatchObject({
    dryRun: true,
    total: 7,
    counts: { added: 6, refused: 1 },
    rights: { 'CC0 1.0': 6, Copyrighted: 1 },
  });
  expect(dry.refused).toHaveLength(1);
  expect([await stored(), picturesAsked()]).toEqual([[], []]);
  expect(await database.db.importRun.count()).toBe(0);
  expect(await bring({ limit: 4 })).toMatchObject({ finished: true, counts: { added: 4 } });
  expect((await bring({ limit: 5 })).counts).toMatchObject({ added: 1, unchanged: 4 });
});

test('Only what was ticked comes', async () => {
  await serve(museums(), works(4), 2);
  expect((await bring({ only: new Set(['1900.2', '1900.4']) })).counts).toMatchObject({ added: 2 });
  expect((await stored()).map(({ accessionNumber }) => accessionNumber).sort()).toEqual(['1900.2', '1900.4']);
});

test('A run that is ended goes on with the page in hand, and fetches nothing twice', async () => {
  await serve(museums(), works(12), 6);
  const controller = new AbortController();
  const ended = await bring({
    signal: controller.signal,
    onProgress: ({ done }) => done >= 3 && controller.abort(new Error('enough')),
  });
  expect(ended.finished).toBe(false);
  const had = (await stored()).length;
  expect(had).toBeGreaterThan(0);
  expect(had).toBeLessThan(12);
  const resumed = await bring();
  expect(resumed).toMatchObject({ finished: true, counts: { added: 12, unchanged: 0 } });
  expect(await stored()).toHaveLength(12);
  // One picture may have been on its way when it was ended.
  expect(picturesAsked().length - new Set(picturesAsked()).size).toBeLessThanOrEqual(4);
});

test('A list that changes between its pages brings each work once', async () => {
  await serve(museums(), works(4), 2);
  let asked = 0;
  museums().at(api, (_request, response) => {
    asked += 1;
    const names = asked === 1 ? ['1900.1', '1900.2'] : ['1900.2', '1900.3'];
    const data = names.map((number) => ({
      accession_number: number,
      title: number,
      share_license_status: 'CC0',
      images: { web: { url: pictureUrl(number) } },
    }));
    response.writeHead(200).end(JSON.stringify({ info: { total: 4 }, data }));
  });
  expect((await bring()).counts).toMatchObject({ added: 3, unchanged: 0 });
  expect(new Set(picturesAsked()).size).toBe(3);
});

test('A work whose picture is here already is not stored twice', async () => {
  await serve(museums(), [
    { number: '1900.1', picture: 5 },
    { number: '1900.2', picture: 5 },
  ]);
  const { counts } = await bring();
  expect(counts).toMatchObject({ added: 1, unchanged: 1 });
  expect(await stored()).toHaveLength(1);
});

test.each([
  [
    'a web page',
    sends('<!DOCTYPE html><html>Are you a robot?</html>', { 'content-type': 'text/html' }),
    /answered with a web page instead of a picture/,
  ],
  ['nothing', undefined, /has nothing at/],
  ['a text', sends('no picture', { 'content-type': 'image/jpeg' }), /picture/],
])('A work whose picture is %s is refused, and the others come', async (_name, answer, reason) => {
  await serve(museums(), works(3));
  museums().at(pictureUrl('1900.2'), answer ?? ((_request, response) => response.writeHead(404).end()));
  const summary = await bring();
  expect(summary.counts).toMatchObject({ added: 2, refused: 1 });
  expect(summary.refused).toEqual([{ id: '1900.2', reason: expect.stringMatching(reason) }]);
});

test('A picture that cannot be had this time is tried again by the next call', async () => {
  await serve(museums(), works(3));
  museums().at(pictureUrl('1900.2'), (_request, response) => response.writeHead(500).end());
  const first = await bring();
  expect(first).toMatchObject({
    finished: true,
    counts: { added: 2, refused: 0 },
    postponed: [{ id: '1900.2' }],
  });
  museums().at(pictureUrl('1900.2'), sends(await picture(2), { 'content-type': 'image/jpeg' }));
  expect((await bring()).counts).toMatchObject({ added: 1, unchanged: 2 });
});

test('A museum that stops answering ends the run with the reason, and the next call goes on', async () => {
  await serve(museums(), works(4), 2);
  let asked = 0;
  museums().at(`${api}?has_image=1&limit=100&skip=2`, (_request, response) => {
    asked += 1;
    response.writeHead(403, { 'content-type': 'text/html' }).end('<html>Are you a robot?</html>');
  });
  const stopped = await bring();
  expect(stopped).toMatchObject({ finished: false, counts: { added: 2 } });
  expect(stopped.problem).toMatch(
    /The Cleveland Museum of Art \(127\.0\.0\.1\) refuses this machine \(HTTP 403, with a web page\)/,
  );
  expect(asked).toBe(5);
  museums().at(`${api}?has_image=1&limit=100&skip=2`, pageOf(works(2, 3), 4));
  expect(await bring()).toMatchObject({ resumed: true, finished: true, counts: { added: 4, unchanged: 0 } });
});

test('A choice that a source does not understand is answered with those that it does', async () => {
  await expect(bring({ choice: { openOnly: true, prefix: 'edm' } })).rejects.toThrow(
    /cannot be narrowed down by prefix. It understands: query, department, type/,
  );
});

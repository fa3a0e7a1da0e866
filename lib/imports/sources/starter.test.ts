import { readDate } from '@/lib/dates/read-date';
import { readList } from '@/lib/lists/list';
import { readRights } from '@/lib/rights/rights';
import { prepareDetails } from '../prepare-details';
import { SourceClient } from '../source-client';
import { museumClient } from '@/lib/platform/fetch/museum-client';
import { starter, starterList } from './starter';

const read = async () => (await readList(starterList)).rows.map(({ file, values }) => ({ ...values, file }));
type Row = Awaited<ReturnType<typeof read>>[number] & Readonly<Record<string, string>>;
let rows: readonly Row[];
beforeAll(async () => {
  rows = await read();
});

/** Where each museum's pictures are, and what its ids look like. */
const museums: Readonly<Record<string, { readonly host: RegExp; readonly id: RegExp }>> = {
  met: { host: /^images\.metmuseum\.org$/, id: /^\d+$/ },
  nga: { host: /^api\.nga\.gov$/, id: /^\d+$/ },
  cleveland: { host: /^openaccess-cdn\.clevelandart\.org$/, id: /^\d+\.\d{1,4}(\.\w+)?$/ },
  rijksmuseum: { host: /^iiif\.micr\.io$/, id: /^SK-[AC]-\d+$/ },
  artic: { host: /^www\.artic\.edu$/, id: /^\d+$/ },
  smk: { host: /^iip\.smk\.dk$/, id: /^KMS\d+$/ },
  mia: { host: /^[0-6]\.api\.artsmia\.org$/, id: /^\d+$/ },
};

test('Each work is there once, with its museum’s kind of id, and addresses of the museum', () => {
  const problems = rows.filter(({ museum = '', id = '', file = '', page = '' }) => {
    const known = museums[museum];
    return !known?.id.test(id) || !known.host.test(new URL(file).hostname) || !page.startsWith('https://');
  });
  expect(problems).toEqual([]);
  expect(new Set(rows.map(({ museum, id }) => `${museum} ${id}`)).size).toBe(rows.length);
  expect(new Set(rows.map(({ file }) => file)).size).toBe(rows.length);
});

test('Each has a title, an artist, a reason, a movement, free rights, and a date within its range of years', () => {
  const faults = rows.flatMap(({ id, title, artist, reason, movement, rights = '', date = '', year }) => {
    const range = readDate(date);
    const first = Number(year);
    const isDated =
      range === null || ((range.from ?? first) - 60 <= first && first <= (range.to ?? first) + 60);
    const isFree = /publicdomain\/(?:zero|mark)/.test(readRights(rights).url ?? '');
    return title && artist && reason && movement && isFree && isDated && first > 900 && first <= 1928
      ? []
      : [{ id, date, year, rights }];
  });
  expect(faults).toEqual([]);
});

test('It is broad: artists, museums, centuries, women, the early 20th century', () => {
  const different = (name: 'artist' | 'museum' | 'movement') => new Set(rows.map((row) => row[name])).size;
  expect(rows.length).toBeGreaterThanOrEqual(280);
  expect(different('artist')).toBeGreaterThanOrEqual(200);
  expect(different('museum')).toBeGreaterThanOrEqual(4);
  expect(different('movement')).toBeGreaterThanOrEqual(25);
  expect(rows.filter(({ woman }) => woman === 'yes').length).toBeGreaterThanOrEqual(20);
  expect(rows.filter(({ year }) => Number(year) >= 1900).length).toBeGreaterThanOrEqual(20);
  expect(new Set(rows.map(({ year }) => Math.floor(Number(year) / 100))).size).toBeGreaterThanOrEqual(8);
});

test('All of it can be stored, each under the name of its museum', async () => {
  const web = museumClient();
  const { items, next } = await starter.list({ openOnly: true }, null, new SourceClient(web, starter.title));
  await web.close();
  expect(next).toBeNull();
  expect(items).toHaveLength(rows.length);
  for (const item of items) {
    if (item.kind !== 'record') throw new Error(`${item.id} is no record`);
    expect(item.source).toBeTruthy();
    const { rightsUrl, makers, collection, sourceUrl } = prepareDetails(item.details);
    expect(rightsUrl).toMatch(/publicdomain/);
    expect(makers).toHaveLength(1);
    expect([collection, sourceUrl]).not.toContain(null);
  }
});

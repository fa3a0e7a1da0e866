import { createTranslator } from 'next-intl';
import { describeWork } from '@/components/works/describe-work';
import { answerOai } from '@/lib/harvest/oai-repository';
import { parseOaiRequest } from '@/lib/harvest/oai-request';
import { parseXml, type XmlElement } from '@/lib/imports/reading/xml';
import { xmlDocument } from '@/lib/standards/xml';
import { addWork } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { english } from '../support/english';

jest.setTimeout(60_000);

const postgres = useTestDatabase();

async function ask(query: string): Promise<XmlElement> {
  const t = createTranslator({ ...english, namespace: 'artwork' });
  const repository = {
    db: postgres.db,
    origin: 'https://gafu.test',
    adminEmail: 'curator@gafu.test',
    describe: (artwork: Parameters<typeof describeWork>[1]) => describeWork(t, artwork),
  };
  const answer = await answerOai(repository, parseOaiRequest(new URLSearchParams(query)));
  return parseXml(xmlDocument(answer));
}

const inside = (from: XmlElement, name: string): XmlElement[] =>
  from.children.flatMap((child) => [...(child.name === name ? [child] : []), ...inside(child, name)]);
const texts = (from: XmlElement, name: string) => inside(from, name).map(({ text }) => text);

/** Every identifier of a list, page by page. @param between runs before each next page */
async function harvest(query: string, between: () => Promise<unknown> = async () => undefined) {
  const found: string[] = [];
  const pages: string[] = [];
  for (let next: string | undefined = query; next !== undefined;) {
    const page: XmlElement = await ask(next);
    found.push(...texts(page, 'identifier').filter((text) => text.startsWith('oai:')));
    const [token] = inside(page, 'resumptionToken');
    pages.push(token?.attributes.get('cursor') ?? '');
    next = token?.text ? `verb=ListRecords&resumptionToken=${token.text}` : undefined;
    if (next !== undefined) await between();
  }
  return { found, pages };
}

test('a list of several pages holds every record once, though works change while it is read', async () => {
  const works = [];
  for (let at = 0; at < 130; at++)
    works.push(await addWork(postgres.db, { title: `Work ${at}`, movement: at % 2 ? 'Ukiyo-e' : '浮世絵' }));
  // All in the past, as they are when a harvester comes.
  await postgres.db.$executeRaw`UPDATE harvest_records SET changed_at = now() - interval '1 day'`;
  const ids = works.map(({ id }) => `oai:gafu.test:${id}`);
  const { found, pages } = await harvest('verb=ListRecords&metadataPrefix=oai_dc');
  expect(pages).toEqual(['0', '100']);
  expect([...found].sort()).toEqual([...ids].sort());

  const withdrawn: string[] = [];
  // Changes in the second of the request are no exception.
  await new Promise((begin) => setTimeout(begin, 1000 - (Date.now() % 1000)));
  const disturbed = await harvest('verb=ListRecords&metadataPrefix=lido', async () => {
    // One that was given already, and one that was not.
    for (const id of [found[withdrawn.length], found.at(-1 - withdrawn.length)]) {
      const bare = id?.split(':').at(-1) ?? '';
      await postgres.db.artwork.update({ where: { id: bare }, data: { publication: 'withdrawn' } });
      withdrawn.push(id ?? '');
    }
  });
  expect(new Set(disturbed.found).size).toBe(disturbed.found.length);
  // What changed comes with the next harvest, as deleted.
  const since = await ask(
    `verb=ListIdentifiers&metadataPrefix=lido&from=${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`,
  );
  expect(texts(since, 'identifier').sort()).toEqual([...withdrawn].sort());
  expect(inside(since, 'header').map(({ attributes }) => attributes.get('status'))).toEqual(
    withdrawn.map(() => 'deleted'),
  );
  const seen = new Set([...disturbed.found, ...withdrawn]);
  expect(ids.filter((id) => !seen.has(id))).toEqual([]);
});

test('sets are named in ASCII, in whatever script their words are', async () => {
  const specs = texts(await ask('verb=ListSets'), 'setSpec');
  expect(specs).toContain('movement:ukiyo-e');
  const other = specs.find((spec) => spec !== 'movement:ukiyo-e') ?? '';
  expect(other).toMatch(/^movement:u[0-9a-f]+$/);
  const members = texts(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${other}`), 'identifier');
  expect(members).toHaveLength(65);
});

test('an unknown record, set or page is refused', async () => {
  for (const [query, code] of [
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:other.test:a', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=marc&identifier=oai:gafu.test:a', 'cannotDisseminateFormat'],
    ['verb=ListMetadataFormats&identifier=a', 'idDoesNotExist'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=movement:none', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01', 'noRecordsMatch'],
    ['verb=ListSets&resumptionToken=a', 'badResumptionToken'],
  ])
    await expect(ask(query ?? '')).rejects.toMatchObject({ code });
});

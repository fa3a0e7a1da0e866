import { type Database } from '@/lib/catalog/database';
import { type Artwork } from '@/lib/catalog/artwork';
import { noteImportedRecord } from '@/lib/catalog/imports.repository';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { changeDetails } from '@/lib/ingest/change-details';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { extractFeatures } from '@/lib/ingest/jobs/extract-features';
import { liveVision } from '@/lib/search/live-vision';
import { painted } from '../bad-input/pictures';

const full = {
  titles: [
    { text: '神奈川沖浪裏', language: 'ja' },
    { text: '=HYPERLINK("http://x.example","The Great Wave")', language: 'en' },
    { text: '\'-quoted; with "marks", commas', language: null },
  ],
  makers: [
    {
      name: 'Pieter Brueghel',
      otherNames: ['Pieter Bruegel; the Elder', '"Peasant" Brueghel'],
      birthYear: 1525,
      deathYear: 1569,
      nationality: 'Flemish',
      wikidataId: 'Q43270',
      ulanId: '500009391',
      role: 'painter',
    },
    ...Array.from({ length: 18 }, (_, i) => ({
      name: `Helper ${i}`,
      role: 'assistant',
      qualifier: 'workshop-of',
    })),
  ],
  movements: ['+Realism', 'Édo, later'],
  genres: ['-Landscape'],
  subjects: ['@home', 'Sea', '[Boat]'],
  dateText: 'about 1830–32',
  medium: '=1+1',
  technique: "'=already quoted",
  dimensionsText: '25.7 × 37.9 cm; frame: 40 × 60 cm',
  heightCm: 25.7,
  widthCm: 37.9,
  objectKind: '"Print"',
  collection: '@Town museum, Kanagawa',
  accessionNumber: '-12',
  creditLine: 'Gift of A, B; and C',
  rights: '© Ada "and" Bea',
  rightsUrl: 'https://example.org/rights?a=1,2;3',
  sourceUrl: 'https://example.org/work?id=1&x="',
  descriptions: [
    { text: `One\n\ntwo "three"; four, five\n=six\n${'very long '.repeat(490)}end`, language: 'en' },
    { text: '二行\nの説明', language: 'ja' },
  ],
  altTexts: [{ text: 'x'.repeat(1000), language: 'en' }],
  placeMade: '+Kanagawa',
};

/** Adds works whose fields are hard to write down, to an empty collection. */
export async function awkwardCollection(db: Database): Promise<void> {
  const picture = (seed: number) =>
    painted(200 + seed * 30, 180 - seed * 10)
      .png()
      .toBuffer();
  const add = async (seed: number, details: object) =>
    (await addArtwork(await picture(seed), parseArtworkDetails(details))).artwork;
  const awkward = await add(0, full);
  await changeDetails(awkward, awkward, db, {
    decided: { crop: { x: 0.1, y: 0.05, width: 0.5, height: 0.7333 } },
  });
  const draft = await add(1, { title: 'A draft', year: -500, artist: 'Same Name', rights: 'CC BY-SA 3.0' });
  const withdrawn = await add(2, {
    title: '1e5',
    date: 'before 1850',
    accessionNumber: '0012',
    artist: 'Ada; Bea',
  });
  await changeDetails(draft, draft, db, { decided: { publication: 'draft' } });
  await changeDetails(withdrawn, withdrawn, db, { decided: { publication: 'withdrawn' } });
  await creditNamesake(db, await add(3, { title: 'By another of this name' }), 'Same Name');
  await db.artwork.update({
    where: { id: awkward.id },
    data: { createdAt: new Date('2020-02-29T12:34:56.789Z') },
  });
  await noteImport(db, awkward);
  const vision = await liveVision();
  for (const { id } of await db.artwork.findMany({ where: { state: 'pending' } }))
    await extractFeatures(id, vision);
}

/** A second record of this name, which nothing but its id tells apart. */
async function creditNamesake(db: Database, { id: artworkId }: Artwork, name: string): Promise<void> {
  const { id: makerId } = await db.maker.create({ data: { id: 'm0123456789a', name } });
  await db.attribution.create({ data: { artworkId, makerId, position: 0 } });
}

/** As if the work had come from a museum, which has said something else of it. */
async function noteImport(db: Database, artwork: Artwork): Promise<void> {
  const run = await db.importRun.create({ data: { id: 'run', source: 'met', request: '{"query":"wave"}' } });
  await noteImportedRecord(db, run, 'added', {
    source: 'met',
    sourceId: '45434',
    artworkId: artwork.id,
    details: parseArtworkDetails({ title: 'Under the Wave; off Kanagawa', makers: [{ name: 'Hokusai' }] }),
    pictureUrl: 'https://images.metmuseum.org/wave.jpg',
    recordEtag: 'W/"1"',
    pictureModified: 'Thu, 26 Nov 2026 07:00:00 GMT',
  });
}

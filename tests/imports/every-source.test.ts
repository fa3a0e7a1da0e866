import { type ImportOptions } from '@/lib/imports/import-options';
import { runImport } from '@/lib/imports/run-import';
import { type ImportChoice } from '@/lib/imports/source';
import { sourceNamed } from '@/lib/imports/sources';
import { useTestDatabase } from '../support/database';
import { fixture, useMuseums, type Museums } from '../support/museums';
import { pictureOfAddress } from './museum-works';

const database = useTestDatabase();
const museums = useMuseums();

const nga = 'https://raw.githubusercontent.com/NationalGalleryOfArt/opendata/main/data';
const met = 'https://collectionapi.metmuseum.org/public/collection/v1';

/** Where each source's pictures are, and how it comes to answer in its recorded shape. */
const cases: Readonly<
  Record<
    string,
    {
      choice?: Partial<ImportChoice>;
      hosts: readonly string[];
      works: number;
      serve: (at: Museums['at']) => void;
    }
  >
> = {
  met: {
    choice: { query: 'quail' },
    hosts: ['images.metmuseum.org'],
    works: 3,
    serve(at) {
      at(`${met}/search`, { total: 3, objectIDs: [45734, 47533, 435658] });
      for (const id of ['45734', '47533', '435658']) at(`${met}/objects/${id}`, fixture(`met-${id}.json`));
    },
  },
  cleveland: {
    hosts: ['openaccess-cdn.clevelandart.org'],
    works: 3,
    serve: (at) =>
      at('https://openaccess-api.clevelandart.org/api/artworks/', fixture('cleveland-page.json')),
  },
  smk: {
    hosts: ['iip.smk.dk'],
    works: 4,
    serve: (at) => at('https://api.smk.dk/api/v1/art/search/', fixture('smk-page.json')),
  },
  rijksmuseum: {
    hosts: ['iiif.micr.io'],
    works: 3,
    serve: (at) => at('https://data.rijksmuseum.nl/oai', fixture('rijksmuseum-oai.xml')),
  },
  nga: {
    hosts: ['api.nga.gov'],
    works: 2,
    serve(at) {
      at(
        `${nga}/objects.csv`,
        "objectid,title,displaydate,attribution,classification\n5,The Madonna of Humility,c. 1430,Fra Angelico,Painting\n50724,Ginevra de' Benci [obverse],c. 1474/1478,Leonardo da Vinci,Painting\n",
      );
      at(
        `${nga}/published_images.csv`,
        'iiifurl,viewtype,width,height,maxpixels,openaccess,depictstmsobjectid\nhttps://api.nga.gov/iiif/e64daf38-38e8-4d0c-acb2-8ff370cc188c,primary,,,,1,5\nhttps://api.nga.gov/iiif/8f29e3c9-a289-4d53-abf0-31a66e9e98fa,primary,,,,1,50724\n',
      );
      at(`${nga}/objects_terms.csv`, 'objectid,termtype,term\n50724,Style,Renaissance\n');
    },
  },
  artic: {
    hosts: ['www.artic.edu'],
    works: 3,
    serve: (at) => at('https://api.artic.edu/api/v1/artworks', fixture('artic-page.json')),
  },
  mia: {
    choice: { openOnly: false },
    hosts: ['0.api.artsmia.org', '1.api.artsmia.org', '4.api.artsmia.org'],
    works: 3,
    serve: (at) => at('https://search.artsmia.org/', fixture('mia-page.json')),
  },
  commons: {
    choice: { set: 'Paintings' },
    hosts: ['upload.wikimedia.org'],
    works: 3,
    serve: (at) =>
      at(
        'https://commons.wikimedia.org/w/api.php',
        fixture('commons-page.json').replace(/"continue": \{[^}]*\},/, ''),
      ),
  },
  iiif: {
    choice: { address: 'https://media.nga.gov/public/manifests/nga_highlights.json', openOnly: false },
    hosts: ['media.nga.gov/iiif'],
    works: 3,
    serve: (at) =>
      at('https://media.nga.gov/public/manifests/nga_highlights.json', fixture('iiif-2-nga.json')),
  },
  oai: {
    choice: { address: 'https://museum.example/oai', prefix: 'edm' },
    hosts: ['iiif.micr.io'],
    works: 3,
    serve: (at) => at('https://museum.example/oai', fixture('rijksmuseum-oai.xml')),
  },
};

beforeEach(async () => {
  await database.db.importRun.deleteMany();
  await database.db.artwork.deleteMany();
});

test.each(Object.entries(cases))(
  '%s is brought in, ended half-way and resumed, and brought up to date with what has changed and vanished',
  async (name, { choice, hosts, works, serve }) => {
    serve(museums().at);
    for (const host of hosts) museums().at(`https://${host}/`, pictureOfAddress);
    const bring = (options: Partial<ImportOptions> = {}) =>
      runImport({
        source: sourceNamed(name),
        choice: { openOnly: true, ...choice },
        web: museums().web,
        ...options,
      });

    const first = await bring({ limit: 1 });
    expect(first).toMatchObject({ finished: true, counts: { added: 1 } });
    const controller = new AbortController();
    const ended = await bring({
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    expect(ended.finished).toBe(false);
    const resumed = await bring();
    expect(resumed).toMatchObject({ finished: true, problem: null, postponed: [] });
    expect(await database.db.artwork.count()).toBe(works);
    const pictures = museums().asked.filter((address) =>
      hosts.some((host) => address.startsWith(`https://${host}/`)),
    );
    expect(new Set(pictures).size).toBe(works);
    await pretendOtherwise();
    const again = await bring();
    expect(again.counts).toMatchObject({ added: 0, updated: 1, unchanged: works - 1, vanished: 1 });
    expect(again.vanished).toEqual([{ id: 'listed before', artworkId: null }]);
    expect(await database.db.artwork.count({ where: { medium: 'chalk' } })).toBe(0);
    const unchanged = await bring();
    expect(unchanged.counts).toMatchObject({ added: 0, updated: 0, unchanged: works, vanished: 0 });
  },
);

/** As if the source had said another medium of a work before, and had listed one more. */
async function pretendOtherwise(): Promise<void> {
  const record = await database.db.importedRecord.findFirstOrThrow({ where: { artworkId: { not: null } } });
  const { source, sourceId, runId, request } = record;
  await database.db.importedRecord.update({
    where: { source_sourceId: { source, sourceId } },
    data: {
      details: { ...(record.details as object), medium: 'chalk' },
      recordEtag: null,
      recordModified: null,
    },
  });
  await database.db.artwork.updateMany({
    where: { id: record.artworkId ?? '' },
    data: { medium: 'chalk' },
  });
  await database.db.importedRecord.create({
    data: { source, sourceId: 'listed before', runId, request, outcome: 'added' },
  });
}

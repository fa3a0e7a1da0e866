import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { artworkJson } from '@/app/api/_lib/artwork';
import { shownToCurators, shownToVisitors } from '@/lib/catalog/artwork-filter';
import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { closeDatabase, database } from '@/lib/catalog/database';
import { countFacets } from '@/lib/catalog/facets.repository';
import { addFolder } from '@/lib/ingest/folder/add-folder';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { closeSearchIndex } from '@/lib/search/shared-index';
import { parseSearchQuery } from '@/lib/search/query';
import { search } from '@/lib/search/search.service';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { gafuAt, type Place, rowsOf, usePlace } from '../backup/places';
import { useTestDatabase } from '../support/database';
import { awkwardCollection } from './awkward-collection';

// The compact network, which is there without a download.
process.env.GAFU_RECIPE = 'lite';

/** What makes a collection; how often a record was changed and when is each site's own. */
const tables = ['artworks', 'makers', 'attributions', 'images', 'imported_records'];

describe('An exported collection', () => {
  const site = useTestDatabase();
  const withCsv = usePlace();
  const withJsonLines = usePlace();
  let folder = '';
  const here = (): Pick<Place, 'env'> => ({
    env: { DATABASE_URL: site.url, GAFU_DATA_DIR: site.dataDir },
  });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-export-'));
    await awkwardCollection(site.db);
  });
  afterAll(async () => {
    await closeSearchIndex();
    await closeSharedVision();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['a folder with a CSV table', () => withCsv, 'folder', 'csv'],
    ['an archive with JSON Lines', () => withJsonLines, 'collection.tar', 'jsonl'],
  ] as const)(
    'comes back from %s as the same collection',
    async (_, place, name, format) => {
      const target = path.join(folder, name);
      expect(await gafuAt(here(), 'export', target, '--pictures', '--format', format)).toMatchObject({
        code: 0,
      });
      expect(await site.db.change.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
        action: 'export',
        actorKind: 'command',
        after: { works: 4, format, withPictures: true, where: '' },
      });
      const { code, output } = await gafuAt(place(), 'add', target);
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(await collectionRows(place().url)).toEqual(await collectionRows(site.url));
      expect(await at(place(), answers)).toEqual(await answers());
      expect(await at(place(), () => addFolder({ folder: target, dryRun: true }))).toMatchObject({
        added: 0,
        updated: 0,
        unchanged: 4,
        refused: [],
        ignoredColumns: [],
      });
    },
    120_000,
  );
});

async function collectionRows(url: string): Promise<Record<string, unknown[]>> {
  const rows = await rowsOf(url, tables);
  const own = ['version', 'updated_at', 'created_at', 'run_id', 'seen_at', 'outcome'];
  return Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [
      table,
      all
        .map((row) => {
          const fields = JSON.parse(row) as Record<string, unknown>;
          // When a work was added is part of the collection.
          const left = own.filter((name) => !(table === 'artworks' && name === 'created_at'));
          return Object.fromEntries(Object.entries(fields).filter(([name]) => !left.includes(name)));
        })
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
  );
}

/** What the API says of the collection, to curators and to visitors. */
async function answers(): Promise<unknown> {
  const db = await database();
  const list = async (filter: ArtworkFilter, shown = shownToVisitors) => {
    const listing = { filter, sort: 'newest', offset: 0, limit: 100, shown } as const;
    const { artworks, total } = await listArtworks(db, listing);
    return { works: artworks.map(artworkJson), total, facets: await countFacets(db, filter, { shown }) };
  };
  const { works } = await list({});
  expect(works).toHaveLength(2);
  const queries = works.flatMap(({ id }) => [`style=${id}`, `content=${id}`, `palette=${id}`]);
  return {
    visitors: await list({}),
    curators: await list({}, shownToCurators),
    words: [await list({ text: '神奈川' }), await list({ text: 'Kanagawa' })],
    searches: await Promise.all(queries.map(found)),
  };
}

async function found(query: string): Promise<unknown> {
  const { hits, total, facets } = await search(parseSearchQuery(new URLSearchParams(query)));
  return { query, total, facets, hits: hits.map(({ artwork, score }) => [artwork.id, score.toFixed(4)]) };
}

/** Has this process work on another site for a while. */
async function at<T>({ url, dataDir }: Pick<Place, 'url' | 'dataDir'>, work: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, GAFU_DATA_DIR } = process.env;
  await moveTo({ DATABASE_URL: url, GAFU_DATA_DIR: dataDir });
  try {
    return await work();
  } finally {
    await moveTo({ DATABASE_URL, GAFU_DATA_DIR });
  }
}

async function moveTo(env: Record<string, string | undefined>): Promise<void> {
  await closeSearchIndex();
  await closeDatabase();
  Object.assign(process.env, env);
  forgetSingleton('settings');
}

import { findLastImportRun } from '@/lib/catalog/import-runs.repository';
import { arrivingWorks } from '@/lib/imports/arriving';
import { runImport } from '@/lib/imports/run-import';
import { starter } from '@/lib/imports/sources/starter';
import { starterRequest } from '@/lib/imports/starter-collection';
import { type WebClient } from '@/lib/platform/fetch/web-client';
import { useTestDatabase } from '../support/database';
import { museumsAt, useMuseums } from '../support/museums';
import { type Answer } from '../support/web-server';
import { pictureOfAddress } from './museum-works';

const database = useTestDatabase();
const museums = useMuseums();

/** Some of the list, so that the test is quick: every work that is not of The Met, and a few that are. */
let some: ReadonlySet<string>;
let fromMet: number;
beforeAll(async () => {
  const { items } = await starter.list({ openOnly: true }, null, museums().client());
  const isMet = (item: (typeof items)[number]) => item.kind === 'record' && item.source === 'met';
  const met = items.filter(isMet).slice(0, 12);
  fromMet = met.length;
  some = new Set([...items.filter((item) => !isMet(item)), ...met].map(({ id }) => id));
});
afterEach(async () => {
  await database.db.importRun.deleteMany();
  await database.db.artwork.deleteMany();
});

const fetchSome = (web: WebClient = museums().web) =>
  runImport({ source: starter, ...starterRequest, only: some, web });

test('Without a network nothing fails and nothing waits: the run says what cannot be reached, and goes on later', async () => {
  const nowhere = museumsAt('http://127.0.0.1:9');
  const summary = await fetchSome(nowhere);
  await nowhere.close();
  expect(summary).toMatchObject({ finished: false, counts: { added: 0, refused: 0, postponed: some.size } });
  expect(summary.problem).toMatch(/^The connection to .* failed/);
  expect(await findLastImportRun(database.db, { source: starter.name })).toMatchObject({ state: 'stopped' });
  expect(await database.db.artwork.count()).toBe(0);
  expect(await arrivingWorks(database.db)).toBeNull();
});

test('A museum that misbehaves does not keep the others away, and what it owes is had later, once', async () => {
  const html = (status: number) => sendsStatus(status, '<!DOCTYPE html><p>Are you a robot?</p>');
  museums().at('https://images.metmuseum.org/', html(403));
  museums().at('https://api.nga.gov/', html(500));
  for (const host of ['openaccess-cdn.clevelandart.org', 'iiif.micr.io', 'www.artic.edu', 'iip.smk.dk'])
    museums().at(`https://${host}/`, pictureOfAddress);
  for (let shard = 0; shard < 7; shard += 1)
    museums().at(`https://${shard}.api.artsmia.org/`, pictureOfAddress);
  const first = await fetchSome();
  expect(first.finished).toBe(false);
  expect(first.problem).toMatch(
    /The Metropolitan Museum of Art .*HTTP 403, with a web page|National Gallery of Art.*HTTP 500/,
  );
  expect(first.counts.added).toBe(some.size - first.counts.postponed);
  expect(first.counts.postponed).toBe(fromMet + 16);
  // Five works of each were tried, five times each.
  expect(museums().asked.filter((address) => address.includes('metmuseum')).length).toBeLessThanOrEqual(
    9 * 5,
  );

  museums().at('https://images.metmuseum.org/', pictureOfAddress);
  museums().at('https://api.nga.gov/', pictureOfAddress);
  museums().asked.length = 0;
  const second = await fetchSome();
  expect(second).toMatchObject({ resumed: true, finished: true, problem: null, postponed: [] });
  expect(second.counts).toMatchObject({ added: some.size, postponed: 0 });
  expect(museums().asked).toHaveLength(first.counts.postponed);
});

function sendsStatus(status: number, body: string): Answer {
  return (_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(body);
}

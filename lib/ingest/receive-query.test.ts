import { readFile } from 'node:fs/promises';
import { findQueryEmbeddings, findUploadedQuery } from '@/lib/catalog/queries.repository';
import { reproduce } from '@/lib/evaluate/reproductions/reproduce';
import { networkInput } from '@/lib/images/network-input';
import { findLiveNetwork } from '@/lib/search/live-network';
import { liveVision } from '@/lib/search/live-vision';
import { dot } from '@/lib/vision/dot';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { useTestDatabase } from '@/tests/support/database';
import { onWall } from '@/tests/support/on-wall';
import { installTestNetwork } from '@/tests/support/test-network';
import { receiveQuery } from './receive-query';

jest.setTimeout(120_000);

const postgres = useTestDatabase({ samples: ['impressionist-sea', 'cubist-sea'] });
const sea = () => readFile('samples/works/impressionist-sea.webp');

beforeAll(() => installTestNetwork());
afterAll(closeSharedVision);

/** The style of an uploaded query. */
async function styleOf(id: string): Promise<Float32Array> {
  const { spaces } = await findLiveNetwork(postgres.db);
  const [row] = await findQueryEmbeddings(postgres.db, [id], [spaces.style?.id ?? '']);
  return row?.vector ?? new Float32Array();
}

test('of a photograph the painting alone is kept too, and is nearer to the painting than the photograph is', async () => {
  const { photograph } = await onWall(await sea());
  const painting = await receiveQuery(photograph);
  expect(painting.photographId).toMatch(/^q_/);
  const whole = await findUploadedQuery(postgres.db, painting.photographId ?? '');
  expect(whole).toMatchObject({ paintingId: painting.id, photographId: null });
  const plain = await receiveQuery(await sea());
  expect(plain).toMatchObject({ photographId: null, paintingId: null });
  const wanted = await styleOf(plain.id);
  const alone = await styleOf(painting.id);
  const all = await styleOf(painting.photographId ?? '');
  expect(dot(wanted, alone)).toBeGreaterThan(dot(wanted, all) + 0.2);
  expect(dot(wanted, alone)).toBeGreaterThan(0.8);
  // The frame and the wall are gone: 430 × 400 of 900 × 700 pixels.
  expect(painting.image?.width).toBeLessThan(440);
});

test('a print in dots is embedded without them, and is nearer to the work that it shows', async () => {
  const work = await readFile('samples/works/cubist-sea.webp');
  // Of the simulated prints, one with coarse dots: they are most of what the network sees.
  const print = await reproduce(work, 'print', 6);
  const wanted = await styleOf((await receiveQuery(work)).id);
  const vision = await liveVision();
  const asItIs = (await vision.embed(await networkInput(print, vision.view))).embeddings.style;
  const found = await styleOf((await receiveQuery(print)).id);
  expect(dot(wanted, found)).toBeGreaterThan(dot(wanted, asItIs) + 0.1);
});

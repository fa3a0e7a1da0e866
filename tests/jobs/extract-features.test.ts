import sharp from 'sharp';
import { embeddingKinds } from '@/lib/vision/embedding';
import { findArtwork, setArtworkState } from '@/lib/catalog/artworks.repository';
import { findEmbedding } from '@/lib/catalog/embeddings.repository';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { findUploadedQuery } from '@/lib/catalog/queries.repository';
import { cropFields } from '@/lib/curation/crop';
import { readWorkForm, saveWork } from '@/lib/curation/edit-work';
import { shownForm } from '@/lib/curation/review-draft';
import { imageStore } from '@/lib/images/shared-image-store';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { removeExpiredQueries } from '@/lib/ingest/jobs/delete-expired-queries';
import { extractFeatures } from '@/lib/ingest/jobs/extract-features';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { removeArtwork } from '@/lib/ingest/remove-artwork';
import { liveVision } from '@/lib/search/live-vision';
import { dot } from '@/lib/vision/dot';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { type Vision } from '@/lib/vision/node/vision';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';

describe('The features of a work', () => {
  const collection = useTestDatabase();
  afterAll(closeSharedVision);

  async function addPainted(width: number) {
    const bytes = await painted(width, 90).png().toBuffer();
    return (await addArtwork(bytes, parseArtworkDetails({ title: `${width} wide` }))).artwork;
  }

  test('make it ready, in spaces that are live from then on', async () => {
    const { id, state } = await addPainted(120);
    expect(state).toBe('pending');
    const vision = await liveVision();
    expect(await extractFeatures(id, vision)).toEqual({ status: 'success' });
    expect((await findArtwork(collection.db, id))?.state).toBe('ready');
    expect(await liveSpaces(collection.db)).toEqual({
      style: vision.spaces.style.id,
      content: vision.spaces.content.id,
      palette: vision.spaces.palette.id,
    });
  }, 60_000);

  test('are the same however often and from wherever they are asked for', async () => {
    const { id } = await addPainted(121);
    const vision = await liveVision();
    await Promise.all([extractFeatures(id, vision), extractFeatures(id, vision)]);
    const first = await findEmbedding(collection.db, id, vision.spaces.style.id);
    expect(await extractFeatures(id, vision)).toMatchObject({ status: 'skipped' });
    await setArtworkState(collection.db, id, 'pending');
    expect(await extractFeatures(id, vision)).toEqual({ status: 'success' });
    expect(await findEmbedding(collection.db, id, vision.spaces.style.id)).toEqual(first);
  }, 60_000);

  test('are those of an uploaded query of the same picture', async () => {
    const { id } = await addPainted(122);
    const vision = await liveVision();
    await extractFeatures(id, vision);
    const query = await receiveQuery(await painted(122, 90).png().toBuffer());
    const ofQuery = await collection.db.uploadedQueryEmbedding.findMany({ where: { queryId: query.id } });
    expect(ofQuery).toHaveLength(embeddingKinds.length);
    const style = ofQuery.find(({ spaceId }) => spaceId === vision.spaces.style.id);
    const ofWork = await collection.db.embedding.findFirst({
      where: { artworkId: id, spaceId: vision.spaces.style.id },
    });
    expect(style?.vector).toEqual(ofWork?.vector);
  }, 60_000);

  test('are those of the crop alone, as if nothing else were in the picture', async () => {
    const bare = await painted(160, 120).png().toBuffer();
    const frame = { top: 40, bottom: 40, left: 40, right: 40, background: '#5b3a1e' };
    const framed = await sharp(bare).extend(frame).png().toBuffer();
    const [inner, outer] = await Promise.all(
      [bare, framed].map(
        async (bytes) => (await addArtwork(bytes, parseArtworkDetails({ title: 'x' }))).artwork,
      ),
    );
    if (inner === undefined || outer === undefined) throw new Error('Two works were added.');
    const vision = await liveVision();
    const similarity = async () => {
      for (const { id } of [inner, outer]) await extractFeatures(id, vision);
      const [a, b] = await Promise.all(
        [inner, outer].map(({ id }) => findEmbedding(collection.db, id, vision.spaces.style.id)),
      );
      return dot(a ?? new Float32Array(), b ?? new Float32Array());
    };
    const whole = await similarity();
    const crop = cropFields({ x: 40 / 240, y: 40 / 200, width: 160 / 240, height: 120 / 200 });
    const fields = Object.fromEntries(Object.entries(crop).map(([name, text]) => [`crop.${name}`, text]));
    await saveWork(outer.id, readWorkForm({ ...shownForm(outer).fields, ...fields }));
    expect((await findArtwork(collection.db, outer.id))?.state).toBe('pending');
    // Stored as JPEG, the two differ a little.
    expect(await similarity()).toBeGreaterThan(0.99);
    expect(whole).toBeLessThan(0.95);
  }, 60_000);

  test('are not saved if the crop was changed while they were made', async () => {
    const { id } = await addPainted(127);
    const vision = await liveVision();
    const crop = { 'crop.x': '0', 'crop.y': '0', 'crop.width': '50', 'crop.height': '50' };
    const slow: Vision = {
      ...vision,
      embed: async (pixels) => {
        const work = await findArtwork(collection.db, id);
        if (work?.crop === null) await saveWork(id, readWorkForm({ ...shownForm(work).fields, ...crop }));
        return vision.embed(pixels);
      },
    };
    expect(await extractFeatures(id, slow)).toMatchObject({ status: 'skipped' });
    expect((await findArtwork(collection.db, id))?.state).toBe('pending');
    expect(await extractFeatures(id, slow)).toEqual({ status: 'success' });
  }, 60_000);

  test('fail for good, with a reason for the curator, where the stored picture is gone', async () => {
    const { id, image } = await addPainted(123);
    await imageStore().delete(image.key);
    expect(await extractFeatures(id, await liveVision())).toMatchObject({ status: 'failed' });
    expect(await findArtwork(collection.db, id)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/missing.*Upload/),
    });
  }, 60_000);

  test('fail for good where the stored picture is damaged', async () => {
    const { id, image } = await addPainted(124);
    const whole = (await imageStore().get(image.key)) ?? Buffer.alloc(0);
    await imageStore().put(image.key, whole.subarray(0, whole.length / 2));
    await extractFeatures(id, await liveVision());
    expect(await findArtwork(collection.db, id)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/cut short/),
    });
  }, 60_000);

  test('are not looked for when the work was deleted, whose picture goes with it', async () => {
    const { id, image } = await addPainted(125);
    await removeArtwork(id);
    expect(await extractFeatures(id, await liveVision())).toMatchObject({ status: 'skipped' });
    expect(await imageStore().get(image.key)).toBeNull();
  }, 60_000);

  test('are retried when what failed was not the picture: nothing is decided about the work', async () => {
    const { id } = await addPainted(126);
    const vision = await liveVision();
    await closeSharedVision();
    await expect(extractFeatures(id, vision)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await findArtwork(collection.db, id)).toMatchObject({ state: 'pending', failure: null });
    expect(await extractFeatures(id, await liveVision())).toEqual({ status: 'success' });
  }, 60_000);
});

describe('An uploaded query', () => {
  const collection = useTestDatabase();
  afterAll(closeSharedVision);

  test('is gone after its time, and its picture with it; a work with the same picture keeps its own', async () => {
    const picture = await painted(130, 90).png().toBuffer();
    const first = await receiveQuery(picture);
    const { artwork } = await addArtwork(picture, parseArtworkDetails({ title: 'Kept' }));
    const later = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
    expect(await findUploadedQuery(collection.db, first.id)).toMatchObject({ id: first.id });
    await removeExpiredQueries(later);
    expect(await findUploadedQuery(collection.db, first.id)).toBe('expired');
    expect(await imageStore().get(first.image?.key ?? '')).toBeNull();
    expect(await imageStore().get(artwork.image.key)).not.toBeNull();
    expect(Object.keys(first.image ?? {})).not.toContain('bytes');
  }, 60_000);
});

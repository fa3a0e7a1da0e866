import { imageStore } from '@/lib/images/shared-image-store';
import { embedBatchFile } from '@/lib/ingest/batch/embed-file';
import { openBatch } from '@/lib/ingest/batch/open-batch';
import { liveVision } from '@/lib/search/live-vision';
import { embeddingKinds } from '@/lib/vision/embedding';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { useTestDatabase } from '../support/database';
import { png, publish, rowsOf, stagesOf, upload } from './steps';

const postgres = useTestDatabase();

describe('The picture of a file', () => {
  afterAll(closeSharedVision);

  test('is embedded before the file is published, so its work is searchable at once', async () => {
    const vision = await liveVision();
    const id = await openBatch('Embedded');
    const [fileId = ''] = await upload(id, { 'a.png': await png(70) });
    expect(await embedBatchFile(fileId, vision)).toEqual({ status: 'success' });
    expect(await embedBatchFile(fileId, vision)).toEqual({ status: 'success' });
    const kept = await postgres.db.pictureEmbedding.findMany({ orderBy: { spaceId: 'asc' } });
    expect(kept).toHaveLength(embeddingKinds.length);
    await publish(id);
    expect(await stagesOf(id)).toEqual(['searchable']);
    const artworkId = (await rowsOf(id))[0]?.work?.id ?? '';
    const embeddings = await postgres.db.embedding.findMany({
      where: { artworkId },
      orderBy: { spaceId: 'asc' },
    });
    expect(embeddings.map(({ vector }) => vector)).toEqual(kept.map(({ vector }) => vector));
    expect(await postgres.db.pictureEmbedding.count()).toBe(0);
    expect(await embedBatchFile(fileId, vision)).toMatchObject({ status: 'skipped' });
  }, 60_000);

  test('that cannot be embedded is refused before anybody publishes it', async () => {
    const vision = await liveVision();
    const id = await openBatch('Lost picture');
    const [fileId = ''] = await upload(id, { 'a.png': await png(71) });
    const key = (await rowsOf(id))[0]?.picture?.key ?? '';
    await imageStore().delete(key);
    expect(await embedBatchFile(fileId, vision)).toMatchObject({ status: 'failed' });
    expect(await rowsOf(id)).toMatchObject([
      { state: 'refused', reason: 'Its stored picture is missing. Upload the picture again.' },
    ]);
    expect(await postgres.db.image.count({ where: { key } })).toBe(0);
  }, 60_000);
});

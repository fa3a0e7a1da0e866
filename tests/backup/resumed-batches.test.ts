import { resumeWork } from '@/lib/backup/resume-work';
import { imageStore } from '@/lib/images/shared-image-store';
import { addBatchFile } from '@/lib/ingest/batch/add-file';
import { checkBatchFile } from '@/lib/ingest/batch/check-file';
import { chooseFiles, openBatch } from '@/lib/ingest/batch/open-batch';
import { storePart } from '@/lib/ingest/batch/parts';
import { publishBatch } from '@/lib/ingest/batch/publish-batch';
import { png, stagesOf, upload } from '../batch/steps';
import { useTestDatabase } from '../support/database';

const postgres = useTestDatabase();

test('A restored batch goes on with what was being checked or added', async () => {
  const batchId = await openBatch('Restored');
  const [published = ''] = await upload(batchId, { 'a.png': await png(1) });
  await publishBatch(batchId);
  const bytes = await png(2);
  const [arrived = ''] = await chooseFiles(batchId, [
    { path: 'b.png', sizeBytes: bytes.byteLength, modifiedMs: 1 },
  ]);
  const file = await postgres.db.batchFile.findUniqueOrThrow({ where: { id: arrived } });
  await storePart(file, 0, bytes);
  // What a backup leaves out: jobs, and parts of files.
  await postgres.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await imageStore().delete(file.uploadKey);

  await resumeWork();
  const jobs = await postgres.db.$queryRaw<
    { key: string }[]
  >`SELECT key FROM graphile_worker.jobs ORDER BY key`;
  expect(jobs.map(({ key }) => key)).toEqual([`add-batch-file:${published}`, `check-batch-file:${arrived}`]);
  await addBatchFile(published);
  await checkBatchFile(arrived);
  expect(await stagesOf(batchId)).toEqual(['embedding', 'waiting']);
});

import { z } from 'zod';
import { type DatabaseClient } from '@/lib/catalog/database';
import { type Actor, actorKinds } from '@/lib/platform/actor';
import { extractionFlag } from '../jobs/job-queue';

export const filePayload = z.object({ fileId: z.string() });
export const addPayload = z.object({
  fileId: z.string(),
  /** Who has published it. */
  actor: z.object({ kind: z.enum(actorKinds), id: z.string().nullable(), name: z.string() }),
});

/** As for works: see job-queue.ts. */
const attemptsMax = 12;
/** Before works that wait to be embedded: a curator is waiting, and it takes a moment. */
const priority = -1;

/** Has a file checked that has arrived whole, as part of the transaction that notes its last part. */
export async function enqueueCheck(db: DatabaseClient, fileId: string): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job('check-batch-file', ${JSON.stringify({ fileId })}::json,
      max_attempts => ${attemptsMax}::integer, job_key => ${`check-batch-file:${fileId}`}, priority => ${priority}::integer)`;
}

/** Has the picture of a file embedded, as part of the transaction that notes that it was checked. */
export async function enqueueEmbedding(db: DatabaseClient, fileId: string): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job('embed-batch-file', ${JSON.stringify({ fileId })}::json,
      max_attempts => ${attemptsMax}::integer, job_key => ${`embed-batch-file:${fileId}`}, flags => ${[extractionFlag]})`;
}

/** Has files added to the collection, in this order. */
export async function enqueueAdding(
  db: DatabaseClient,
  fileIds: readonly string[],
  actor: Actor,
): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job('add-batch-file',
      json_build_object('fileId', file_id, 'actor', ${JSON.stringify(actor)}::json),
      max_attempts => ${attemptsMax}::integer, job_key => 'add-batch-file:' || file_id, priority => ${priority}::integer)
    FROM unnest(${[...fileIds]}::text[]) WITH ORDINALITY AS files (file_id, number) ORDER BY number`;
}

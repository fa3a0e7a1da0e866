import { database } from '@/lib/catalog/database';
import { forgetFinishedJobs } from '@/lib/catalog/job-control.repository';
import { deleteExpiredBatches } from '../batch/delete-batch';
import { deleteUnusedPictures } from './delete-unused-pictures';
import { type JobResult } from './job-queue';

/** Removes what nothing needs any more: old counts and batches, and pictures that fell out of use during a backup. */
export async function tidyUp(): Promise<JobResult> {
  await forgetFinishedJobs(await database());
  await deleteExpiredBatches();
  return await deleteUnusedPictures();
}

import { curatorEndpoint, freshJson } from '@/app/curator-endpoint';
import { methods } from '@/app/methods';
import { type ById } from '@/app/received-fields';
import { batchEditSchema, editBatch } from '@/lib/ingest/batch/edit-batch';
import { receiveJson } from '@/lib/ingest/receive-json';

/** A pasted block may be long. */
const bytesMax = 8 * 2 ** 20;

/** What a curator changes in a batch: cells of its table, decisions about lookalikes, files that are taken out. */
const edit = curatorEndpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  await editBatch(id, await receiveJson(request, batchEditSchema, bytesMax));
  return freshJson({});
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: edit }, { isOpen: false });

import { curatorEndpoint, freshJson } from '@/app/curator-endpoint';
import { methods } from '@/app/methods';
import { type ById } from '@/app/received-fields';
import { database } from '@/lib/catalog/database';
import { readBatch } from '@/lib/ingest/batch/read-batch';

/** How a batch stands, for its open page. `?since=MS`: only the files of which something has changed since then. */
const get = curatorEndpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const since = Number(new URL(request.url).searchParams.get('since') ?? Number.NaN);
  return freshJson(await readBatch(await database(), id, Number.isFinite(since) ? since : null));
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get }, { isOpen: false });

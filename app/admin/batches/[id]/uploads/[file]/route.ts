import { curatorEndpoint } from '@/app/curator-endpoint';
import { methods } from '@/app/methods';
import { findFileOf } from '@/lib/ingest/batch/parts';
import { answerTus } from '@/lib/ingest/batch/tus-server';
import { Problem } from '@/lib/platform/problem';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly file: string }>;
}

/** The bytes of a file of a batch, by the tus protocol. */
const upload = curatorEndpoint<Context>(async (request, { params }) => {
  const { id, file } = await params;
  if ((await findFileOf(id, file)) === null)
    throw new Problem('not-found', 'There is no such file in this batch.');
  return await answerTus(request);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods(
  { HEAD: upload, PATCH: upload },
  { isOpen: false },
);

import { answerForm } from '@/app/form-answer';
import { methods } from '@/app/methods';
import { type ById } from '@/app/received-fields';
import { publishBatch } from '@/lib/ingest/batch/publish-batch';

/** Publishes what is ready in a batch. */
async function publish(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/batches/${encodeURIComponent(id)}`;
  return answerForm(request, { page }, async () => {
    await publishBatch(id);
    return page;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: publish }, { isOpen: false });

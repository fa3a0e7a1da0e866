import { answerForm } from '@/app/form-answer';
import { methods } from '@/app/methods';
import { type ById } from '@/app/received-fields';
import { deleteBatch } from '@/lib/ingest/batch/delete-batch';

/** Deletes a batch; the works that it has brought stay. */
async function remove(request: Request, { params }: ById) {
  const { id } = await params;
  return answerForm(request, { page: '/admin/batches' }, async () => {
    await deleteBatch(id);
    return '/admin/batches?deleted=';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: remove }, { isOpen: false });

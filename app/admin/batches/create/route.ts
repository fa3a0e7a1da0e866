import { answerForm } from '@/app/form-answer';
import { methods } from '@/app/methods';
import { receivedFields } from '@/app/received-fields';
import { openBatch } from '@/lib/ingest/batch/open-batch';
import { Problem } from '@/lib/platform/problem';

const nameLengthMax = 100;

/** A new batch; its page comes next. Without a name it is called by the day. */
function create(request: Request) {
  return answerForm(request, { page: '/admin/batches' }, async () => {
    const { name } = await receivedFields(request);
    if (name === undefined)
      throw new Problem('invalid-request', 'The field "name" is missing. It may be blank.');
    const today = new Date().toISOString().slice(0, 10);
    const id = await openBatch(name.trim().slice(0, nameLengthMax) || today);
    return `/admin/batches/${id}`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: create }, { isOpen: false });

import { mergeMakers } from '@/lib/curation/merge-makers';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedFields } from '../../../../received-fields';

/** Merges another record into this one. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/makers/${id}`;
  return answerForm(request, { page }, async () => {
    const { other = '' } = await receivedFields(request);
    await mergeMakers(id, other);
    return `${page}?saved=merged`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

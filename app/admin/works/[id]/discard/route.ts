import { database } from '@/lib/catalog/database';
import { deleteDraft } from '@/lib/catalog/work-drafts.repository';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedFields } from '../../../../received-fields';

/** Deletes a draft: the form is as the work was saved last. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/works/${id}`;
  return answerForm(request, { page }, async () => {
    const { draft = '' } = await receivedFields(request);
    await deleteDraft(await database(), id, draft);
    return page;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

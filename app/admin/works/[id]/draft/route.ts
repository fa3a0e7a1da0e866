import { keepTyped } from '@/lib/curation/typed-draft';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedWorkForm } from '../../../../received-fields';

/** Keeps what was typed into the form of a work so far. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/works/${id}`;
  return answerForm(request, { page }, async () => {
    const draftId = await keepTyped(id, await receivedWorkForm(request));
    return `${page}?draft=${draftId}`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

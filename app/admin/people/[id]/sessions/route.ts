import { endSessionsOf } from '@/lib/auth/manage-people';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById } from '../../../../received-fields';

/** Signs a person out everywhere. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/people/${id}`;
  return answerForm(request, { page }, async () => {
    await endSessionsOf(id);
    return `${page}?saved=sessions`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

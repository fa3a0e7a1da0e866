import { parseRole } from '@/lib/auth/account-details';
import { changeRole } from '@/lib/auth/manage-people';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedFields } from '../../../../received-fields';

async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/people/${id}`;
  return answerForm(request, { page }, async () => {
    const { role } = await receivedFields(request);
    await changeRole(id, parseRole(role));
    return `${page}?saved=role`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

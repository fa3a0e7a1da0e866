import { parseAccess } from '@/lib/auth/account-details';
import { setDisabled } from '@/lib/auth/manage-people';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedFields } from '../../../../received-fields';

/** Disables an account, or enables it again. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/people/${id}`;
  return answerForm(request, { page }, async () => {
    const access = parseAccess((await receivedFields(request)).access);
    await setDisabled(id, access === 'disabled');
    return `${page}?saved=${access}`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

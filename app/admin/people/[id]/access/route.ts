import { parseAccess } from '@/lib/auth/account-details';
import { setDisabled } from '@/lib/auth/manage-people';
import { answerForm } from '../../../../form-answer';
import { type ById, receivedFields } from '../../../../received-fields';

/** Disables an account, or enables it again. */
export async function POST(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/people/${id}`;
  return answerForm(request, { page }, async () => {
    const access = parseAccess((await receivedFields(request)).access);
    await setDisabled(id, access === 'disabled');
    return `${page}?saved=${access}`;
  });
}

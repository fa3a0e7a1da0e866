import { endToken } from '@/lib/auth/manage-tokens';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById } from '../../../../received-fields';

const page = '/admin/tokens';

function receive(request: Request, { params }: ById) {
  return answerForm(request, { page }, async () => {
    await endToken((await params).id);
    return `${page}?saved=revoked`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

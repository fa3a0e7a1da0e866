import { endToken } from '@/lib/auth/manage-tokens';
import { answerForm } from '../../../../form-answer';
import { type ById } from '../../../../received-fields';

const page = '/admin/tokens';

export function POST(request: Request, { params }: ById) {
  return answerForm(request, { page }, async () => {
    await endToken((await params).id);
    return `${page}?saved=revoked`;
  });
}

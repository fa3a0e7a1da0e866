import { endSessionsOf } from '@/lib/auth/manage-people';
import { answerForm } from '../../../../form-answer';
import { type ById } from '../../../../received-fields';

/** Signs a person out everywhere. */
export async function POST(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/people/${id}`;
  return answerForm(request, { page }, async () => {
    await endSessionsOf(id);
    return `${page}?saved=sessions`;
  });
}

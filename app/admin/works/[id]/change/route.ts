import { adminPath } from '@/app/admin-path';
import { database } from '@/lib/catalog/database';
import { changeOneWork } from '@/lib/curation/apply-change';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedFields } from '../../../../received-fields';

/** Publishes, withdraws, deletes or restores one work (`do`), then leads to `next` or the list of works. */
async function change(request: Request, { params }: ById) {
  const { id } = await params;
  return answerForm(request, { page: '/admin/works' }, async () => {
    const { do: kind = '', next } = await receivedFields(request);
    await changeOneWork(await database(), id, kind);
    return adminPath(next) ?? '/admin/works';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: change }, { isOpen: false });

import { saveWork, readWorkForm } from '@/lib/curation/edit-work';
import { keepTyped } from '@/lib/curation/typed-draft';
import { Problem } from '@/lib/platform/problem';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedWorkForm } from '../../../../received-fields';

/** Saves the form of a work. If it is refused, what was typed is kept as a draft, which the page then shows. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/works/${id}`;
  let query = '';
  return answerForm(request, { page, query: () => query }, async () => {
    const fields = await receivedWorkForm(request);
    try {
      const { theirs } = await saveWork(id, readWorkForm(fields), fields.draft);
      return `${page}?${new URLSearchParams({ saved: theirs.join(' ') })}`;
    } catch (error) {
      if (error instanceof Problem && (error.kind === 'conflict' || error.kind === 'invalid-request'))
        query = `?draft=${await keepTyped(id, fields)}`;
      throw error;
    }
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });

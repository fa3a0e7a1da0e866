import { database } from '@/lib/catalog/database';
import { applyChange } from '@/lib/curation/apply-change';
import { formatWorksChange, listHref, parseWorksChange } from '@/lib/curation/works-change';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';
import { withDone } from '../../../[locale]/admin/works/done';

/** Makes the change that a preview has shown: the preview's own parameters, and the digest of the works in it. */
function apply(request: Request) {
  let previewed = '';
  return answerForm(request, { page: '/admin/works/change', query: () => previewed }, async () => {
    const { change: parameters = '', seen = '' } = await receivedFields(request);
    const change = parseWorksChange(new URLSearchParams(parameters));
    previewed = `?${formatWorksChange(change)}`;
    const changed = await applyChange(await database(), change, seen);
    return withDone(listHref(change.selection), { kind: change.kind, changed });
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: apply }, { isOpen: false });

import { database } from '@/lib/catalog/database';
import { hideSamples, removeSamples, showSamples } from '@/lib/curation/sample-decision';
import { startImport } from '@/lib/imports/control-import';
import { starter } from '@/lib/imports/sources/starter';
import { declineStarterCollection, starterRequest } from '@/lib/imports/starter-collection';
import { enqueueSamples } from '@/lib/ingest/jobs/add-samples';
import { Problem } from '@/lib/platform/problem';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';

const actions: Readonly<Record<string, () => Promise<unknown>>> = {
  'fetch-starter': () => startImport({ source: starter, ...starterRequest }),
  'decline-starter': () => declineStarterCollection(),
  'hide-samples': async () => hideSamples(await database()),
  'remove-samples': async () => removeSamples(await database()),
  'show-samples': async () => {
    const db = await database();
    if ((await showSamples(db)) > 0) await enqueueSamples(db);
  },
};

/** What the collection begins with: the starter collection and the samples. Field: `action`. */
function decide(request: Request) {
  return answerForm(request, { page: '/admin/imports' }, async () => {
    const { action = '' } = await receivedFields(request);
    const act = actions[action];
    if (act === undefined)
      throw new Problem(
        'invalid-request',
        `There is no action "${action}". Allowed: ${Object.keys(actions).join(', ')}.`,
      );
    await act();
    return '/admin/imports';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: decide }, { isOpen: false });

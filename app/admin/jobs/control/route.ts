import { database } from '@/lib/catalog/database';
import { pauseJobs, resumeJobs } from '@/lib/catalog/job-control.repository';
import { retryAll, retryWorks } from '@/lib/ingest/jobs/retry';
import { Problem } from '@/lib/platform/problem';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';

const actions: Readonly<Record<string, (fields: Readonly<Record<string, string>>) => Promise<unknown>>> = {
  pause: async () => pauseJobs(await database()),
  resume: async () => resumeJobs(await database()),
  retry: ({ work = '' }) => retryWorks([work]),
  'retry-all': () => retryAll(),
};

/** Pauses or resumes the workers, or tries again what was given up. Fields: `action`, and for `retry` the id in `work`. */
function control(request: Request) {
  return answerForm(request, { page: '/admin/jobs' }, async () => {
    const fields = await receivedFields(request);
    const act = actions[fields.action ?? ''];
    if (act === undefined)
      throw new Problem(
        'invalid-request',
        `There is no action "${fields.action ?? ''}". Allowed: ${Object.keys(actions).join(', ')}.`,
      );
    await act(fields);
    return '/admin/jobs';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: control }, { isOpen: false });

import { database } from '@/lib/catalog/database';
import { findImportRun } from '@/lib/catalog/import-runs.repository';
import { controlImport, importControls, startImport } from '@/lib/imports/control-import';
import { parseRequest } from '@/lib/imports/request';
import { sourceNamed } from '@/lib/imports/sources';
import { Problem } from '@/lib/platform/problem';
import { answerForm } from '../../../../../form-answer';
import { methods } from '../../../../../methods';
import { type ById, receivedFields } from '../../../../../received-fields';

/** Pauses an import, lets it go on, cancels it, or brings its list up to date (`again`). Field: `action`. */
async function control(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/imports/runs/${id}`;
  return answerForm(request, { page }, async () => {
    const { action = '' } = await receivedFields(request);
    if (action === 'again') return startAgain(id);
    const known = importControls.find((one) => one === action);
    if (known === undefined)
      throw new Problem(
        'invalid-request',
        `There is no action "${action}". Allowed: ${[...importControls, 'again'].join(', ')}.`,
      );
    await controlImport(id, known);
    return page;
  });
}

async function startAgain(id: string): Promise<string> {
  const run = await findImportRun(await database(), id);
  if (run === null) throw new Problem('not-found', `There is no import with the id "${id}".`);
  const { worksMax } = run;
  const next = await startImport({
    ...parseRequest(run.request),
    source: sourceNamed(run.source),
    worksMax,
  });
  return `/admin/imports/runs/${next.id}`;
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: control }, { isOpen: false });

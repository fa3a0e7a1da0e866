import { startImport } from '@/lib/imports/control-import';
import { parsePreviewQuery, previewParameters } from '@/lib/imports/preview/preview-query';
import { sourceNamed } from '@/lib/imports/sources';
import { receiveMultipart } from '@/lib/ingest/multipart';
import { Problem } from '@/lib/platform/problem';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';

const noFiles = { filesMax: 1, bytesMax: 1024 };
const worksMaxMax = 1_000_000;

interface BySource {
  readonly params: Promise<{ readonly source: string }>;
}

/**
 * Begins an import of what was ticked (`which=ticked`, ids in `work`), or of the whole list (`which=all`), of which at
 * most `max` works.
 */
async function start(request: Request, { params }: BySource) {
  const name = (await params).source;
  let query = '';
  return answerForm(request, { page: `/admin/imports/${name}`, query: () => query }, async () => {
    const { fields, values } = await receiveMultipart(request, noFiles);
    const source = sourceNamed(name);
    const { choice, place } = parsePreviewQuery(source, new URLSearchParams(fields));
    query = `?${new URLSearchParams(previewParameters({ choice, place }))}`;
    const which = parseWhich(fields.which);
    const run =
      which === 'ticked'
        ? await startImport({ source, choice, only: tickedIn(values), cursor: place.cursor })
        : await startImport({ source, choice, worksMax: parseMax(fields.max) });
    return `/admin/imports/runs/${run.id}`;
  });
}

function parseWhich(text = ''): 'ticked' | 'all' {
  if (text === 'ticked' || text === 'all') return text;
  throw new Problem('invalid-request', `"which" is "${text.slice(0, 20)}". Allowed: ticked, all.`);
}

function tickedIn({ work = [] }: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  if (work.length === 0)
    throw new Problem('invalid-request', 'No work is selected. Tick those that you want to bring in.');
  return new Set(work);
}

function parseMax(text = ''): number | null {
  if (text.trim() === '') return null;
  const max = Number(text);
  if (Number.isInteger(max) && max >= 1 && max <= worksMaxMax) return max;
  throw new Problem(
    'invalid-request',
    `"${text.slice(0, 20)}" is not a number of works. Allowed: 1 to ${worksMaxMax}, or nothing for all of them.`,
  );
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: start }, { isOpen: false });

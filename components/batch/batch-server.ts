import { type BatchView } from '@/lib/batch/batch-view';
import { type ChosenFile } from '@/lib/batch/match-files';
import { readOutcome, type Refusal } from '@/components/forms/send-form';

/** The server did not do what was asked: its reason, or `lost` if no answer came. */
export class BatchRefusal extends Error {
  constructor(
    readonly refusal: Refusal | 'lost',
    readonly status: number | null,
  ) {
    super(refusal === 'lost' ? 'no answer' : refusal.detail);
  }
}

type Edit =
  | { kind: 'cells'; edits: readonly { id: string; column: string; text: string }[] }
  | { kind: 'decide'; files: readonly string[]; decision: string | null; replacesId?: string | null }
  | { kind: 'remove'; files: readonly string[] };

/** What the page of a batch asks of the server. Each throws {@link BatchRefusal}. */
export const batchServer = {
  async open(name: string): Promise<string> {
    const form = new FormData();
    form.set('name', name);
    const { href } = await send<{ href: string }>('/admin/batches/create', form);
    return href.split('/').at(-1) ?? '';
  },
  state: (id: string, since: number | null) =>
    send<BatchView>(`${pathOf(id)}/state${since === null ? '' : `?since=${since}`}`),
  chooseFiles: async (id: string, files: readonly ChosenFile[]) =>
    (await send<{ ids: string[] }>(`${pathOf(id)}/files`, { files })).ids,
  chooseInstead: (id: string, insteadOf: string, file: ChosenFile) =>
    send(`${pathOf(id)}/files`, { insteadOf, file }),
  chooseList(id: string, list: File) {
    const form = new FormData();
    form.set('list', list);
    return send(`${pathOf(id)}/list`, form);
  },
  edit: (id: string, edit: Edit) => send(`${pathOf(id)}/edit`, edit),
  publish: (id: string) => send(`${pathOf(id)}/publish`, new FormData()),
};

export function uploadUrl(batchId: string, fileId: string): string {
  return `${pathOf(batchId)}/uploads/${fileId}`;
}

const pathOf = (id: string) => `/admin/batches/${id}`;

async function send<Answer>(address: string, body?: FormData | object): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', ...(body && !isForm && { 'content-type': 'application/json' }) },
    body: body === undefined || isForm ? body : JSON.stringify(body),
    cache: 'no-store',
  }).catch(() => null);
  if (response === null) throw new BatchRefusal('lost', null);
  const text = await response.text().catch(() => '');
  if (response.ok) return JSON.parse(text) as Answer;
  const outcome = readOutcome(text);
  throw new BatchRefusal('refusal' in outcome ? outcome.refusal : 'lost', response.status);
}

import { type Client, type estypes } from '@elastic/elasticsearch';
import { type IndexChange } from '@/lib/catalog/index-changes.repository';
import { type ManagedIndex } from '../managed-indices';
import { writeChanges } from './write-changes';

export interface FillOptions {
  readonly onProgress?: (works: number) => void;
  /** Nothing more is written once it aborts; the caller checks it. */
  readonly signal?: AbortSignal;
}

/** Elasticsearch works on one page while the next is read and encoded. */
export const pagesAtOnce = 2;

/**
 * Writes pages of works to a new index.
 * @param nextPage returns pages until one is empty; called again only after the previous call has resolved
 */
export async function fillIndex(
  client: Client,
  index: Pick<ManagedIndex, 'name' | 'spaces'>,
  nextPage: () => Promise<readonly IndexChange[]>,
  { onProgress, signal }: FillOptions = {},
): Promise<void> {
  let works = 0;
  let isRead = false;
  let reading: Promise<readonly IndexChange[]> = Promise.resolve([]);
  const inTurn = () => (reading = reading.then(() => (isRead ? [] : nextPage())));
  const write = async () => {
    while (!isRead && signal?.aborted !== true) {
      const page = await inTurn();
      if (page.length === 0) isRead = true;
      await writeChanges(client, [{ ...index, isCurrent: true }], page);
      // A shard with only one segment would not be merged later, and its lists would never become graphs.
      if (works === 0) await client.indices.refresh({ index: index.name });
      onProgress?.((works += page.length));
    }
  };
  const stopping = async (error: unknown) => {
    isRead = true;
    throw error;
  };
  // Wait for all of them: a write that is still running would recreate an index that the caller deletes.
  const ended = await Promise.allSettled(Array.from({ length: pagesAtOnce }, () => write().catch(stopping)));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

const pollMs = 500;

/**
 * Turns the vector lists of a filled index into graphs, one per shard and kind of vector, by merging each shard into
 * one segment: every segment has its own graph, and each is walked separately. This may take longer than any request
 * timeout, so its task is polled. Later writes are merged as they come.
 */
export async function buildGraphs(
  client: Client,
  name: string,
  graphs: Record<string, estypes.MappingProperty>,
  signal?: AbortSignal,
): Promise<void> {
  await client.indices.putMapping({ index: name, properties: graphs });
  await client.indices.refresh({ index: name });
  const { task } = await client.indices.forcemerge({
    index: name,
    max_num_segments: 1,
    wait_for_completion: false,
  });
  for (let isDone = task === undefined; !isDone && signal?.aborted !== true;) {
    const { completed, error } = await client.tasks.get({ task_id: String(task) });
    if (error) throw new Error(`The graphs of ${name} could not be built: ${error.reason ?? error.type}`);
    isDone = completed;
    if (!isDone) await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

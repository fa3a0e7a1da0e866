import { type Client, type estypes } from '@elastic/elasticsearch';
import { type IndexChange } from '@/lib/catalog/index-changes.repository';
import { type OwnIndex } from '../own-indices';
import { writeChanges } from './write-changes';

export interface FillOptions {
  readonly onProgress?: (works: number) => void;
  /** Nothing more is written once it aborts; the caller looks at it. */
  readonly signal?: AbortSignal;
}

/** So that Elasticsearch works on one page while the next is read and written out. */
export const pagesAtOnce = 2;

/**
 * Writes page after page of works to a new index.
 * @param nextPage gives pages until one is empty; not asked for the next before it has given the last
 */
export async function fillIndex(
  client: Client,
  index: Pick<OwnIndex, 'name' | 'spaces'>,
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
      await writeChanges(client, [index], page);
      // So that no shard is one segment already when they are merged, which would leave its lists as they are.
      if (works === 0) await client.indices.refresh({ index: index.name });
      onProgress?.((works += page.length));
    }
  };
  const stopping = async (error: unknown) => {
    isRead = true;
    throw error;
  };
  // Each is waited for: a write still under way would make an index anew that the caller removes.
  const ended = await Promise.allSettled(Array.from({ length: pagesAtOnce }, () => write().catch(stopping)));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

/** How often is asked whether they are built. */
const pollMs = 500;

/**
 * Turns the lists of a filled index into graphs, one for each shard and kind of vector, by merging each shard to one
 * segment: of many segments each has a graph of its own, which is walked by itself. It may take longer than any
 * request is waited for. What is written afterwards is merged as it comes.
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

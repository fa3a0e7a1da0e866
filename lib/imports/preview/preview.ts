import PQueue from 'p-queue';
import { type Database } from '@/lib/catalog/database';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { museumClient } from '@/lib/platform/fetch/museum-client';
import { type WebClient } from '@/lib/platform/fetch/web-client';
import { processSingleton } from '@/lib/platform/process-singleton';
import { type SourceItem } from '../record';
import { checkChoice, formatRequest } from '../request';
import { type ImportChoice, type Source, type SourcePage } from '../source';
import { SourceClient } from '../source-client';
import { checkContact } from '../sources';
import { forget, keep } from './kept';
import { type PreviewWork, previewWorks } from './preview-works';

/** Works shown at a time. A source may list hundreds a page. */
export const previewSize = 24;
/** A page that was asked for longer ago shows that the museum is still being asked. */
const patienceMs = 4_000;
/** A museum's tables take minutes; they are fetched while the page waits. */
const askMsMax = 10 * 60_000;
/** Works read one by one, at a time. */
const lanesMax = 4;
/** A person waits, so fewer than for an import. */
const attemptsMax = 3;

/** Where in a list a preview begins: in a page of the source, at which work of that. */
export interface PreviewPlace {
  readonly cursor: string | null;
  readonly from: number;
}

export interface Preview {
  readonly works: readonly PreviewWork[];
  /** How many works the list has, as far as the source says. */
  readonly total: number | null;
  readonly next: PreviewPlace | null;
}

/**
 * Some works of a source, to choose from. Nothing is stored.
 *
 * @param web for tests: who asks, in place of the source's own client
 * @returns null while the source has not answered; asking again does not ask it again
 * @throws Problem that says what is wrong with the choice, or with the source
 */
export async function previewSource(
  db: Database,
  source: Source,
  choice: ImportChoice,
  place: PreviewPlace,
  web: WebClient = previewClient(source),
): Promise<Preview | null> {
  checkChoice(source, choice);
  checkContact(source);
  const list = `${source.name} ${formatRequest({ choice })}`;
  const key = `${list} ${place.cursor} ${place.from}`;
  const asking = keep(key, () => ask(list, source, choice, place, web));
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref());
  try {
    const found = await Promise.race([asking, late]);
    return found && { ...found, works: await previewWorks(db, source, found.items, choice.openOnly) };
  } catch (error) {
    forget(key);
    throw error;
  }
}

/** Paced over all previews of the source. */
export function previewClient({ name, paces }: Source): WebClient {
  return processSingleton(`preview-client ${name}`, () => museumClient(paces, { attemptsMax }));
}

type Found = Omit<Preview, 'works'> & { readonly items: readonly SourceItem[] };

function ask(
  list: string,
  source: Source,
  choice: ImportChoice,
  place: PreviewPlace,
  web: WebClient,
): Promise<Found> {
  // One for the list: what a source has read for one page, it may need for the next.
  const client = keep(
    `${list} client`,
    () => new SourceClient(web, source.title, AbortSignal.timeout(askMsMax)),
  );
  const pageKey = `${list} page ${place.cursor}`;
  const page = keep(pageKey, () => source.list(choice, place.cursor, client));
  const found = read(source, page, place, client);
  found.catch(() => {
    forget(pageKey);
    forget(`${list} client`);
  });
  return found;
}

async function read(
  source: Source,
  listed: Promise<SourcePage>,
  { cursor, from }: PreviewPlace,
  client: SourceClient,
): Promise<Found> {
  const page = await listed;
  const shown = page.items.slice(from, from + previewSize);
  const lanes = new PQueue({ concurrency: lanesMax });
  const results = await Promise.allSettled(shown.map((item) => lanes.add(() => whole(item, source, client))));
  const failed = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (failed.length > 0 && failed.length === shown.length) throw failed[0];
  const items = results.flatMap((result, index): SourceItem[] => {
    if (result.status === 'fulfilled') return [result.value];
    if (!(result.reason instanceof FetchProblem)) throw result.reason;
    return [{ kind: 'unusable', id: shown[index]?.id ?? 'unknown', reason: result.reason.message }];
  });
  return { items, total: page.total, next: placeAfter(page, cursor, from) };
}

async function whole(item: SourceItem, source: Source, client: SourceClient): Promise<SourceItem> {
  if (item.kind !== 'reference' || source.read === undefined) return item;
  const result = await source.read(item.id, client, null);
  return result.kind === 'read' ? result.item : item;
}

function placeAfter({ items, next }: SourcePage, cursor: string | null, from: number): PreviewPlace | null {
  if (from + previewSize < items.length) return { cursor, from: from + previewSize };
  return next === null ? null : { cursor: next, from: 0 };
}

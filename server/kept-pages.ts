import { type IncomingMessage, type ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { type CatalogueMark, giveMark, isUnchangedSince } from '@/lib/catalog/unchanged';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { capture } from './capture';
import { type Handler } from './handler';
import { isForEveryone, pageKey } from './keepable';
import { type KeptAnswer, keptAnswer, sendCaptured, sendKept } from './kept-answer';

export interface KeptPagesOptions {
  /** What all kept pages may take together, uncompressed. */
  readonly bytesMax: number;
  /** Reads the state of the catalogue as it is after the call. */
  readonly readMark: () => Promise<CatalogueMark>;
  readonly originOf: () => string;
  readonly now?: () => number;
}

interface Page {
  readonly answer: KeptAnswer;
  readonly mark: CatalogueMark;
  readonly renderedAt: number;
}

/**
 * A page also shows what is no part of the collection's state, such as how strong a match is, which a worker measures
 * now and then.
 */
const keptMsMax = 30_000;
/** The search index may trail the collection, so a page that was rendered just after a change is soon rendered again. */
const settling = { changeMs: 10_000, keptMsMax: 2_000 };
/** With so many pages being rendered, one of before the last change is sent rather than to have everybody wait. */
const busyRenders = 4;

/**
 * Wraps a server's handler: a page that everybody may see is rendered once, and then sent as it is until the collection
 * changes. docs/decisions/042 says what that rests on.
 */
export function withKeptPages(
  handle: Handler,
  { bytesMax, readMark, originOf, now = Date.now }: KeptPagesOptions,
): Handler {
  if (bytesMax === 0) return handle;
  const pages = new LRUCache<string, Page>({
    maxSize: bytesMax,
    sizeCalculation: ({ answer }) => answer.sizeBytes,
  });
  const rendering = new Map<string, Promise<Page | null>>();
  let lastChange: bigint | null = null;
  let changedAt = -Infinity;

  function observe({ last }: CatalogueMark): void {
    if (lastChange !== null && last > lastChange) changedAt = now();
    lastChange = last;
  }

  function isUsable({ mark: known, renderedAt }: Page, mark: CatalogueMark): boolean {
    const age = now() - renderedAt;
    if (age > keptMsMax) return false;
    if (!isUnchangedSince(known, mark)) return rendering.size >= busyRenders;
    return renderedAt - changedAt > settling.changeMs || age <= settling.keptMsMax;
  }

  /** Renders on this request's response, which is left unsent. */
  async function render(request: IncomingMessage, response: ServerResponse, mark: CatalogueMark) {
    // Compressed here, once for everybody.
    delete request.headers['accept-encoding'];
    const answer = await capture(response, () => handle(request, response));
    const page: Page | null =
      answer !== null && isForEveryone(answer)
        ? { answer: keptAnswer(answer), mark, renderedAt: now() }
        : null;
    return { answer, page };
  }

  return async (request, response) => {
    const key = pageKey(request, originOf());
    if (key === null) return handle(request, response);
    const asked = { ...request.headers };
    const mark = await readMark().catch((error: unknown) => {
      log.debug({ reason: String(error) }, 'The state of the catalogue could not be read');
      return null;
    });
    if (mark === null) return handle(request, response);
    observe(mark);
    giveMark(mark);
    const known = pages.get(key);
    if (known && isUsable(known, mark)) {
      metrics().pages.inc({ answer: isUnchangedSince(known.mark, mark) ? 'kept' : 'kept, busy' });
      return sendKept(response, known.answer, asked);
    }
    const shared = await rendering.get(key);
    if (shared && isUnchangedSince(shared.mark, mark)) {
      metrics().pages.inc({ answer: 'kept' });
      return sendKept(response, shared.answer, asked);
    }
    metrics().pages.inc({ answer: 'rendered' });
    const rendered = render(request, response, mark);
    const promise = rendered.then(
      ({ page }) => page,
      () => null,
    );
    rendering.set(key, promise);
    const { answer, page } = await rendered.finally(() => {
      if (rendering.get(key) === promise) rendering.delete(key);
    });
    if (page === null) return answer === null ? undefined : sendCaptured(response, answer, asked);
    pages.set(key, page);
    await sendKept(response, page.answer, asked);
  };
}

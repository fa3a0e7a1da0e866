import { AsyncLocalStorage } from 'node:async_hooks';
import { processSingleton } from './process-singleton';

/** The request that the code now running answers. */
export interface RequestContext {
  /** Sent to the client as `X-Request-Id`, and part of every log line and of problem details. */
  readonly id: string;
  /** Milliseconds by stage so far; a stage that ran twice counts with both. */
  readonly stagesMs: Map<string, number>;
  /** What {@link oncePerRequest} has made so far, by key. */
  readonly made: Map<string, unknown>;
}

/** One per process: each bundle's own would not see the request that another bundle began. */
export const requestContext = (): AsyncLocalStorage<RequestContext> =>
  processSingleton('request-context', () => new AsyncLocalStorage());

/** Undefined outside a request: in a job, a command, or while the server starts. */
export function currentRequest(): RequestContext | undefined {
  return requestContext().getStore();
}

/**
 * One value per request and key, made on first use and shared by all code that answers this request: the proxy,
 * the page and its metadata. A promise that is rejected is kept too, so everyone sees the same refusal.
 * Outside a request `make` runs each time.
 * @param key names what is made, with everything it depends on, e.g. `work k3v9q2mwta`
 */
export function oncePerRequest<T>(key: string, make: () => T): T {
  const made = currentRequest()?.made;
  if (made === undefined) return make();
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

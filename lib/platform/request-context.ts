import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor } from './actor';
import { processSingleton } from './process-singleton';
import { type Sender } from './trusted-proxies';

/** How far a client is within a limit (rate-limit.ts). */
export interface RateLimitState {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** On whose behalf the code now running works: shares and turns are counted by client. */
export interface Asker {
  /** See {@link Sender.client}; `own work` outside a request. */
  readonly client: string;
  /** Signed in, or this process's own work: not counted against visitors' shares. */
  readonly isCurator: boolean;
  /** Aborts when the connection is closed before the response is complete; null outside a request. */
  readonly closed: AbortSignal | null;
}

/** The request that the code now running answers. */
export interface RequestContext {
  /** As it was sent. */
  readonly method: string;
  readonly sender: Sender;
  readonly closed: AbortSignal;
  /** Set once a session or token has been checked; null for a visitor. */
  actor: Actor | null;
  /** The limits that it has counted against, by name. */
  readonly limits: Map<string, RateLimitState>;
  /** Sent to the client as `X-Request-Id`, and part of every log line and of problem details. */
  readonly id: string;
  /** Milliseconds by stage so far; a stage that ran twice counts with both. */
  readonly stagesMs: Map<string, number>;
  /** What {@link oncePerRequest} has made so far, by key. */
  readonly made: Map<string, unknown>;
}

/** The context of a request that has just begun. */
export function newRequestContext(
  facts: Pick<RequestContext, 'id' | 'method' | 'sender' | 'closed'>,
): RequestContext {
  return { ...facts, actor: null, limits: new Map(), stagesMs: new Map(), made: new Map() };
}

/** One for the process: a bundle's own would not see what another bundle has begun. */
export const requestContext = (): AsyncLocalStorage<RequestContext> =>
  processSingleton('request-context', () => new AsyncLocalStorage());

/** Undefined outside a request: in a job, a command, or while the server starts. */
export function currentRequest(): RequestContext | undefined {
  return requestContext().getStore();
}

/** For shares, turns and limits. Work outside a request (a job, a command) counts as the process's own. */
export function currentAsker(): Asker {
  const request = currentRequest();
  if (request === undefined) return { client: 'own work', isCurator: true, closed: null };
  return { client: request.sender.client, isCurator: request.actor !== null, closed: request.closed };
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

/**
 * Does work that others may wait for too: it goes on when the client who asked for it first closes its connection.
 * Shares and turns still count for that client.
 */
export function evenIfClosed<T>(work: () => Promise<T>): Promise<T> {
  const request = currentRequest();
  if (request === undefined) return work();
  return requestContext().run({ ...request, closed: new AbortController().signal }, work);
}

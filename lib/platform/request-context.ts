import { AsyncLocalStorage } from 'node:async_hooks';
import { processSingleton } from './memo';

/** The request that the code now running answers. */
export interface RequestContext {
  /** Told to the client as `X-Request-Id`, in every log line and in problem details. */
  readonly id: string;
  /** Milliseconds by stage so far; a stage that ran twice counts with both. */
  readonly stagesMs: Map<string, number>;
}

/** One for the process: a bundle's own would not see what another bundle has begun. */
export const requestContext = (): AsyncLocalStorage<RequestContext> =>
  processSingleton('request-context', () => new AsyncLocalStorage());

/** Undefined outside a request: in a job, a command, or while the server starts. */
export function currentRequest(): RequestContext | undefined {
  return requestContext().getStore();
}

import { randomUUID } from 'node:crypto';
import { processSingleton } from './memo';

/** Tells this server that it asks itself, for a page that it is about to pass on. */
export const ownRequestHeader = 'x-gafu-own-request';

/** Known to this process alone, so that nobody else can keep a request out of the log and the metrics. */
export const ownRequestToken = (): string => processSingleton('own-request-token', () => randomUUID());

export function isOwnRequest(given: string | string[] | null | undefined): boolean {
  return given === ownRequestToken();
}

import { processSingleton } from '../process-singleton';
import { settings } from '../settings';
import { userAgent } from './museum-client';
import { createWebClient, type WebClient } from './web-client';

/**
 * The client for addresses that visitors name. It reaches public servers alone: FETCH_ALLOWED_HOSTS is for curators.
 */
export function visitorsClient(): WebClient {
  return processSingleton('visitors-client', () =>
    createWebClient({ userAgent: userAgent(settings().contact), allowedHosts: new Set() }),
  );
}

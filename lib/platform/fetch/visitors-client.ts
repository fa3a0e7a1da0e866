import { processSingleton } from '../process-singleton';
import { settings } from '../settings';
import { userAgent } from './museum-client';
import { createWebClient, type WebClient } from './web-client';

/**
 * The client for addresses that visitors name. It reaches public servers, and on the site's own network nothing but
 * what VISITORS_FETCH_ALLOWED_HOSTS names: FETCH_ALLOWED_HOSTS is for curators.
 */
export function visitorsClient(): WebClient {
  return processSingleton('visitors-client', () => {
    const { contact, visitorsFetchAllowedHosts } = settings();
    return createWebClient({ userAgent: userAgent(contact), allowedHosts: visitorsFetchAllowedHosts });
  });
}

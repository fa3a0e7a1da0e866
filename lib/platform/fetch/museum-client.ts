import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settings } from '../settings';
import { polite, type PolitenessOptions } from './polite-client';
import { createWebClient, type WebClient } from './web-client';
import { type Pace } from './pace';

/**
 * The client for museums' servers, as the settings have it. Close it when the work is done.
 *
 * @param paces by host, where a museum asks for another pace than Gafu's own
 */
export function museumClient(
  paces: Readonly<Record<string, Pace>> = {},
  options: Pick<PolitenessOptions, 'attemptsMax'> = {},
): WebClient {
  const { contact, fetchAllowedHosts } = settings();
  const client = createWebClient({ userAgent: userAgent(contact), allowedHosts: fetchAllowedHosts });
  return polite(client, { ...options, paces });
}

/** As Wikimedia's policy and good manners ask: the program, its version, and whom to write to. */
export function userAgent(contact: string | null): string {
  const { version } = JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return `Gafu/${version} (art search; ${contact ?? 'no contact given'})`;
}

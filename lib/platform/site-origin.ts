import { currentRequest } from './request-context';
import { settings } from './settings';

/**
 * Where visitors reach the site, without a trailing slash: PUBLIC_URL; else the address that this request was sent to,
 * which behind a trusted proxy is the one it forwards; else this machine's own.
 */
export function siteOrigin(): string {
  const { publicUrl, port } = settings();
  return publicUrl ?? currentRequest()?.sender.origin ?? `http://localhost:${port}`;
}

/** Whether visitors reach the site over HTTPS, so that its cookies can be kept from plain HTTP. */
export function isServedOverHttps(): boolean {
  return siteOrigin().startsWith('https:');
}

import { settings } from '@/lib/platform/settings';

/** Prints a one-time link at the site's public address. @param link its path and query */
export function printLink(sentence: string, link: string): void {
  const { publicUrl, port } = settings();
  console.log(`${sentence}\n${publicUrl ?? `http://localhost:${port}`}${link}`);
}

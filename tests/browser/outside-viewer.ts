import { readFileSync } from 'node:fs';
import { type Page, type Response } from 'playwright-core';
import { startWebServer } from '../support/web-server';

/** A museum's page elsewhere that shows what others publish in Mirador, a viewer for IIIF that we did not write. */
export interface OutsideViewer {
  /** Opens a manifest or a collection in the viewer. */
  open(page: Page, iiifUrl: string): Promise<void>;
  /** In a collection that is open: chooses the first of its works, once there are so many. */
  openFirstOf(page: Page, count: number): Promise<void>;
  /** The first part of a picture that the viewer gets from now on. */
  picture(page: Page): Promise<Response>;
  close(): Promise<void>;
}

/** @param miradorFile `dist/mirador.min.js` of its package, which needs nothing else */
export async function startOutsideViewer(miradorFile: string): Promise<OutsideViewer> {
  const server = await startWebServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://viewer.test');
    if (url.pathname === '/mirador.min.js') {
      response.setHeader('content-type', 'text/javascript');
      return response.end(readFileSync(miradorFile));
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const windows = JSON.stringify([{ manifestId: url.searchParams.get('iiif') }]);
    return response.end(`<!doctype html><title>Elsewhere</title>
      <div id="viewer" style="position:absolute;inset:0"></div>
      <script src="/mirador.min.js"></script>
      <script>Mirador.viewer({ id: 'viewer', windows: ${windows} })</script>`);
  });
  return {
    open: async (page, iiifUrl) => {
      await page.goto(`${server.origin}/?${new URLSearchParams({ iiif: iiifUrl })}`);
    },
    openFirstOf: async (page, count) => {
      // Mirador opens the list of a collection by itself, or does not, as the scripts of its page happen to run.
      await page.getByText('Show collection').dispatchEvent('click');
      const works = page.getByRole('dialog').getByRole('menuitem');
      await works.nth(count - 1).waitFor();
      await works.first().click();
    },
    picture: (page) =>
      page.waitForResponse((answer) => /\/iiif\/image\/.*\.(?:jpg|webp)$/.test(answer.url()) && answer.ok()),
    close: () => server.close(),
  };
}

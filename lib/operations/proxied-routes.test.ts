import { readFileSync } from 'node:fs';
import { pageRoutes, routes } from './routes';

/** What proxy.ts answers itself. Read as text: loading it starts more than a test of addresses needs. */
const [, source = ''] = /matcher:\s*'([^\n]+)',/.exec(readFileSync('proxy.ts', 'utf8')) ?? [];
const matcher = new RegExp(`^${source.replaceAll('\\\\', '\\')}$`);

const pages: readonly string[] = pageRoutes;
const forms = routes.filter((route) => route.startsWith('/admin/') && !pages.includes(route));

test.each(forms)('what is sent to %s reaches its handler, and is no visit of a page', (route) => {
  expect(matcher.test(route.replace(/\[\w+\]/g, 'x1'))).toBe(false);
});

test.each(pages)('%s is a page', (route) => {
  expect(matcher.test(route.replace(/\[\w+\]/g, 'x1'))).toBe(true);
});

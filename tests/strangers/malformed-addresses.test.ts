import { connect } from 'node:net';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';

jest.setTimeout(240_000);

const postgres = useTestDatabase();

const ids = {
  'a NUL': '%00',
  'a NUL among letters': 'a%00b',
  'a stray percent sign': '%',
  'an escape that is none': '%zz',
  'half an escape': 'a%2',
  'an overlong slash': '%c0%af',
  'a byte that is no UTF-8': '%ff',
  'a way upwards': '..%2f..%2fetc%2fpasswd',
  'folders upwards': '..%2f%2e%2e',
  'other letters': '%e7%94%bb%e9%a2%a8',
  'a line break': '%0d%0aSet-Cookie:%20a=b',
  'five thousand letters': 'x'.repeat(5_000),
  'an upload that cannot be': 'q_%00',
} as const;

const zeros = '0'.repeat(64);
const routes = [
  '/ID',
  '/works/ID',
  '/search?style=ID',
  '/search/blend?style=ID',
  '/browse?artist=ID',
  '/admin/ID',
  '/query/ID',
  '/images/ID/320.webp',
  `/images/${zeros}/ID`,
  '/images/cards/ID',
  '/network/ID/model.json',
  '/network/0a1b/ID',
  '/api/ID',
  '/api/v1/artworks/ID',
  '/api/v1/artworks/ID/similar',
  '/api/v1/artworks?artist=ID',
  '/api/v1/search?style=ID',
];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW'];
const clients: Record<string, string>[] = [{}, { 'Sec-Fetch-Dest': 'empty' }, { RSC: '1' }];

describe('an address that no page of ours has made', () => {
  const site = useSite(postgres);

  /** As bytes, because fetch would mend the address. @returns the status line's number */
  const ask = (method: string, path: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(site.origin);
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
      socket.once('error', reject);
      socket.once('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])));
      const lines = { Host: `${hostname}:${port}`, Connection: 'close', 'Content-Length': '0', ...headers };
      const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n`);
    });

  test.each(Object.entries(ids))('with %s is refused, and nothing fails', async (_, id) => {
    const wrong: string[] = [];
    for (const route of routes) {
      const path = route.replace('ID', id);
      const asked = methods.flatMap((method) => clients.map((headers) => ({ method, headers })));
      await Promise.all(
        asked.map(async ({ method, headers }) => {
          const status = await ask(method, path, headers);
          // Pages with words in their query have nothing to refuse; OPTIONS and a form's address answer anything.
          const mayBeFine = path.includes('?') || method === 'OPTIONS' || 'RSC' in headers;
          // 308 leads to what the address means once a mail program’s damage is taken off.
          const isRefused = (status >= 400 && status < 500) || status === 308;
          if (!isRefused && !(mayBeFine && status >= 200 && status < 400))
            wrong.push(`${method} ${path.slice(0, 60)} ${JSON.stringify(headers)}: ${status}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    '/admin/nothing',
    '/admin/works/nothing/else',
    '/query/nothing',
    '/querying',
    '/works/a/b',
    '/nothing',
  ])('%s is a 404 page with a content security policy', async (path) => {
    const answer = await fetch(`${site.origin}${path}`);
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([
      404,
      expect.stringMatching(/script-src 'self' 'nonce-/),
    ]);
  });
});

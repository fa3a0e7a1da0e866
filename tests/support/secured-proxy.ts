import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { type TestCertificates } from './certificates';

/** Requires TLS and the right `Authorization` in front of a cluster. */
export interface SecuredProxy {
  readonly port: number;
  /** How many requests it has passed on. */
  passed(): number;
  close(): void;
}

/**
 * The node of the tests has no security module, so this proxy takes its place. It refuses requests as a secured node
 * does (same status, body and headers) unless they carry one of `allowed`, and passes on the others.
 * @param allowed complete `Authorization` headers; those in `powerless` get 403
 */
export async function openSecuredProxy(
  node: string,
  { cert, key }: Pick<TestCertificates, 'cert' | 'key'>,
  { allowed, powerless }: { allowed: readonly string[]; powerless: readonly string[] },
): Promise<SecuredProxy> {
  let passed = 0;
  const server = createServer({ cert, key }, (incoming, answer) => {
    const refuse = (status: number, reason: string) => {
      incoming.resume();
      answer.writeHead(status, {
        'content-type': 'application/json',
        'x-elastic-product': 'Elasticsearch',
        'www-authenticate': 'ApiKey',
      });
      answer.end(JSON.stringify({ error: { type: 'security_exception', reason }, status }));
    };
    const shown = incoming.headers.authorization ?? '';
    if (powerless.includes(shown))
      return refuse(403, 'action [indices:data/read/search] is unauthorized for API key');
    if (!allowed.includes(shown))
      return refuse(401, `unable to authenticate for REST request [${incoming.url}]`);
    passed++;
    delete incoming.headers.authorization;
    const { method, url, headers } = incoming;
    const passing = ask(new URL(url ?? '/', node), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    passing.on('error', () => answer.destroy());
    incoming.pipe(passing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    passed: () => passed,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

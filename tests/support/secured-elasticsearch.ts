import { request as ask } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { type TestCertificates } from './certificates';

/** A cluster's secured door: TLS, and nobody gets in without the right `Authorization`. */
export interface SecuredDoor {
  readonly port: number;
  /** How many requests it let through. */
  let(): number;
  close(): void;
}

/**
 * The tests' node comes without the security module, so this stands in its place in front of it: it answers as a
 * secured node does (status, body, headers) to whoever does not show one of `allowed`, and passes on all the rest.
 * @param allowed whole `Authorization` headers; those of `powerless` get 403
 */
export async function openSecuredDoor(
  node: string,
  { cert, key }: Pick<TestCertificates, 'cert' | 'key'>,
  { allowed, powerless }: { allowed: readonly string[]; powerless: readonly string[] },
): Promise<SecuredDoor> {
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
    let: () => passed,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

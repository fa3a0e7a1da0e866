import { lookup, type LookupAddress } from 'node:dns';
import { promisify } from 'node:util';
import { type LookupFunction } from 'node:net';
import { FetchProblem } from './fetch-problem';
import { specialRangeOf } from './special-address';
import { describeRange } from './web-address';

/** Every address of a host's name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const lookupAll = promisify(lookup);
export const systemResolve: Resolve = (hostname) => lookupAll(hostname, { all: true, verbatim: true });

/**
 * The name resolution of a connection. The addresses that are checked here are those that the socket then connects
 * to: a name that gives another address a moment later (DNS rebinding) gains nothing. One special address among
 * public ones refuses the name.
 *
 * @param reach `any` for hosts that a setting allows
 */
export function checkedLookup(resolve: Resolve, reach: 'public' | 'any'): LookupFunction {
  return (hostname, options, callback) => {
    checkedAddresses(resolve, hostname, reach).then(
      (addresses) => {
        const wanted = addresses.filter(
          ({ family }) => !options.family || options.family === family || options.family === `IPv${family}`,
        );
        const [first] = wanted;
        if (first === undefined) callback(notFound(hostname), '', 4);
        else if (options.all) callback(null, wanted);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error as NodeJS.ErrnoException, '', 4),
    );
  };
}

async function checkedAddresses(
  resolve: Resolve,
  hostname: string,
  reach: 'public' | 'any',
): Promise<LookupAddress[]> {
  const addresses = await resolve(hostname);
  for (const { address } of addresses) {
    const range = reach === 'any' ? null : specialRangeOf(address);
    if (range !== null)
      throw new FetchProblem(
        'address-refused',
        `${hostname} cannot be fetched from: ${describeRange(address, range)}.`,
      );
  }
  return [...addresses];
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
}

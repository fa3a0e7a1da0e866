import { isIP } from 'node:net';
import { FetchProblem } from './fetch-problem';
import { specialRangeOf } from './special-address';

/** Hosts on one's own network that may be fetched from: `nas.local`, or with a port `10.0.0.5:8080`. Lower case. */
export type AllowedHosts = ReadonlySet<string>;

const noHosts: AllowedHosts = new Set();
const lengthMax = 4000;
const servicePortMax = 1023;

/** @returns whether a setting lets Gafu fetch from this host whatever its address is */
export function isAllowedHost(url: URL, allowed: AllowedHosts): boolean {
  return allowed.has(url.hostname) || allowed.has(`${url.hostname}:${portOf(url)}`);
}

/**
 * The hosts on one's own network that an answer may redirect to: none, once a public server has been asked. Else
 * anyone could lead Gafu to a host that the operator allows for other uses.
 */
export function hostsAfter(asked: URL, allowed: AllowedHosts): AllowedHosts {
  return isAllowedHost(asked, allowed) ? allowed : noHosts;
}

/**
 * Reads an address that someone else wrote. WHATWG's URL parser brings every spelling of an IPv4 address (decimal,
 * octal, hexadecimal, shortened, full-width) into its one form before the check.
 *
 * @param base of an address that may be relative, as in a redirect
 * @throws FetchProblem `address-refused`
 */
export function parseWebAddress(text: string, allowed: AllowedHosts, base?: URL): URL {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const refuse = (why: string): never => {
    throw new FetchProblem('address-refused', `"${shown}" cannot be fetched: ${why}.`);
  };
  if (text.length > lengthMax) return refuse(`an address may have at most ${lengthMax} characters`);
  if (!URL.canParse(text, base))
    return refuse('it is not an address. It must begin with https:// or http://');
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('only addresses that begin with https:// or http:// are');
  if (url.username !== '' || url.password !== '') return refuse('it has a name or password in it');
  url.hash = '';
  if (isAllowedHost(url, allowed)) return url;
  const port = portOf(url);
  if (port <= servicePortMax && port !== 80 && port !== 443)
    return refuse(`port ${port} is not one that web servers use`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const range = isIP(host) === 0 ? null : specialRangeOf(host);
  return range === null ? url : refuse(describeRange(host, range));
}

export function describeRange(address: string, range: string): string {
  return `${address} is not a public address (${range}). FETCH_ALLOWED_HOSTS allows hosts on your own network`;
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

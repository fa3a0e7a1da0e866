import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Ranges that a person may name instead of writing them out (RFC 1122, 1918, 3927, 4193, 4291). */
const namedRanges: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10'],
};

export const trustedProxiesAllowed =
  'addresses or ranges (192.0.2.7, 10.0.0.0/8, 2001:db8::/32), loopback or private, separated by commas';

/** The proxies whose `X-Forwarded-*` headers are believed. @throws RangeError naming the part that is no address */
export function parseTrustedProxies(text: string): BlockList {
  const trusted = new BlockList();
  for (const part of text.split(',').map((one) => one.trim().toLowerCase()))
    for (const range of namedRanges[part] ?? (part === '' ? [] : [part])) addRange(trusted, range);
  return trusted;
}

function addRange(trusted: BlockList, range: string): void {
  const [address = '', prefix, ...more] = range.split('/');
  const bits = isIPv4(address) ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && length <= bits);
  if (isIP(address) === 0 || !isPrefix || more.length > 0) throw new RangeError(`"${range}" is no address`);
  trusted.addSubnet(address, length, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** Who sent a request, and under which address the visitor reached the site. */
export interface Sender {
  /** What limits are counted by: an IPv4 address, or the /64 network of an IPv6 one, which one household holds. */
  readonly client: string;
  /** `https://art.example.org`, without a slash; null if the request names no well-formed host. */
  readonly origin: string | null;
  /** A proxy forwarded this, but it is not among those that are trusted. */
  readonly isForwardedByStranger: boolean;
}

export interface SocketFacts {
  readonly remoteAddress: string | undefined;
  readonly isEncrypted: boolean;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Identity comes from the socket. Only if its peer is a trusted proxy do the headers count that a proxy adds:
 * `X-Forwarded-For`, read from the right up to the first address that is no trusted proxy, and the last
 * `X-Forwarded-Host` and `X-Forwarded-Proto`. Everything further left is the client's own claim.
 */
export function senderOf(socket: SocketFacts, headers: Headers, trusted: BlockList): Sender {
  const peer = plainAddress(socket.remoteAddress ?? '') ?? 'unknown';
  const chain = listOf(headers['x-forwarded-for']);
  const isProxied = isTrusted(peer, trusted);
  const host = (isProxied && listOf(headers['x-forwarded-host']).at(-1)) || headers.host;
  const protocol = isProxied && listOf(headers['x-forwarded-proto']).at(-1);
  return {
    client: networkOf(isProxied ? clientIn(chain, peer, trusted) : peer),
    origin: originOf(protocol || (socket.isEncrypted ? 'https' : 'http'), host),
    isForwardedByStranger: !isProxied && chain.length > 0,
  };
}

function clientIn(chain: readonly string[], peer: string, trusted: BlockList): string {
  let client = peer;
  for (const entry of chain.toReversed()) {
    const address = plainAddress(entry);
    if (address === null) return client;
    client = address;
    if (!isTrusted(address, trusted)) return client;
  }
  return client;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

function originOf(protocol: string, host: string | string[] | undefined): string | null {
  if (typeof host !== 'string' || !/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null;
  const address = `${protocol.toLowerCase() === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : null;
}

function listOf(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** An address without brackets, port, zone, and without the IPv6 form of an IPv4 one; null if it is none. */
function plainAddress(text: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  return isIP(address) === 0 ? null : address;
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const before = head.split(':').filter((group) => group !== '');
  const after = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

import ipaddr from 'ipaddr.js';

/** What a range is called in a message; ranges that are missing here go by the name "reserved". */
const rangeNames: Readonly<Record<string, string>> = {
  unspecified: 'this machine itself',
  broadcast: 'broadcast',
  multicast: 'multicast',
  linkLocal: 'link-local, where clouds serve their credentials',
  loopback: 'this machine itself',
  carrierGradeNat: 'a provider’s own network',
  private: 'a private network',
  uniqueLocal: 'a private network',
  deprecatedSiteLocal: 'a private network',
  ipv4Mapped: 'an IPv4 address in another form',
  rfc6052: 'an IPv4 address in another form',
  rfc6145: 'an IPv4 address in another form',
  '6to4': 'an IPv4 address in another form',
  teredo: 'an IPv4 address in another form',
};

/** IANA gives global addresses only from this block: all else is unassigned or special (RFC 4291, section 2.4). */
const globalV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public by its number, but inside of Azure the platform's own metadata service. */
const azurePlatform = '168.63.129.16';

/**
 * Why a server must not connect to an address at another's wish: the name of the special range that it belongs to
 * (IANA's special-purpose registries). Null for a public address.
 *
 * @param address an IPv4 or IPv6 address as the resolver gives it, with or without a zone
 */
export function specialRangeOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'not an address';
  const parsed = ipaddr.parse(address);
  if (parsed.toString() === azurePlatform) return 'a cloud’s own service';
  const range = parsed.range();
  if (range !== 'unicast') return rangeNames[range] ?? 'reserved';
  return parsed instanceof ipaddr.IPv6 && !parsed.match(globalV6) ? 'reserved' : null;
}

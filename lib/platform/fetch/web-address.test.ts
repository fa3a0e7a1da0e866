import { type LookupAddress } from 'node:dns';
import { isIPv6 } from 'node:net';
import { checkedLookup } from './checked-lookup';
import { FetchProblem } from './fetch-problem';
import { specialRangeOf } from './special-address';
import { createWebClient } from './web-client';
import { parseWebAddress } from './web-address';

const nobody = new Set<string>();

/** Addresses that name a host by number, in every spelling that a URL may have. */
const refusedHosts = [
  // This machine.
  '127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '017700000001', '0x7f000001', '0x7f.1',
  '0177.0.0.1', '0177.0.0.01', '0x7f.0x0.0x0.0x1', '00000177.0.0.1', '127.0.0.1.', '１２７.０.０.１', '①②⑦.⓪.⓪.①',
  '127。0。0。1', '%31%32%37.0.0.1', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '0.0.0.0', '0', '0x0', '[::]', '0.1.2.3',
  // IPv4 inside of IPv6.
  '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::FFFF:10.0.0.1]', '[0:0:0:0:0:ffff:a9fe:a9fe]', '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]', '[::ffff:8.8.8.8]', '[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]', '[2002:a9fe:a9fe::1]', '[2001:0:7f00:1::]', '[2001::1]',
  // Private networks.
  '10.0.0.1', '10.255.255.255', '012.0.0.1', '167772161', '0xa000001', '172.16.0.1', '172.31.255.255', '0xac.0x10.0.1',
  '192.168.0.1', '192.168.257', '0300.0250.0.1', '3232235521', '[fc00::1]', '[fd12:3456:789a::1]', '[fec0::1]',
  // Clouds' metadata, link-local and shared networks.
  '169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518', '[fe80::1]',
  '[fd00:ec2::254]', '100.100.100.200', '168.63.129.16', '0xa83f8110', '100.64.0.1', '100.127.255.255',
  // Multicast, broadcast, documentation, benchmarks, reserved.
  '224.0.0.1', '239.255.255.250', '255.255.255.255', '[ff02::1]', '[ff0e::1]', '192.0.2.1', '198.51.100.7', '203.0.113.9',
  '[2001:db8::1]', '[3fff::1]', '198.18.0.1', '198.19.255.255', '192.0.0.192', '192.88.99.1', '240.0.0.1', '[100::1]',
  '[4000::1]', '[5f00::1]', '[2001:2::1]', '[2001:10::1]', '[2001:20::1]',
]; // prettier-ignore

test.each(refusedHosts)('A host that is no public address is refused before a connection: %s', (host) => {
  expect(refusalOf(`http://${host}/`)).toMatch(/is not a public address|not an address/);
});

test.each([
  ['ftp://museum.example/a.jpg', /only addresses that begin with https/],
  ['file:///etc/passwd', /only addresses that begin with https/],
  ['gopher://museum.example:70/', /only addresses that begin with https/],
  ['data:image/png;base64,AAAA', /only addresses that begin with https/],
  ['javascript:alert(1)', /only addresses that begin with https/],
  ['museum.example/a.jpg', /it is not an address/],
  ['http://[::1', /it is not an address/],
  ['http://256.256.256.256/', /it is not an address/],
  ['http://1.2.3.4.5/', /it is not an address/],
  ['http://', /it is not an address/],
  ['https://me:secret@museum.example/', /a name or password/],
  ['http://museum.example:25/', /port 25 is not one that web servers use/],
  ['http://museum.example:22/', /port 22 is not one that web servers use/],
  [`https://museum.example/${'a'.repeat(4000)}`, /at most 4000 characters/],
])('An address that is no picture’s is refused: %.60s', (address, why) => {
  expect(refusalOf(address)).toMatch(why);
});

test.each([
  'https://images.metmuseum.org/CRDImages/as/web-large/DP251139.jpg',
  'http://8.8.8.8/',
  'https://[2606:4700::1111]/',
  'http://172.15.255.255/',
  'http://172.32.0.1/',
  'http://100.63.255.255/',
  'http://100.128.0.0/',
  'http://169.253.255.255/',
  'http://museum.example:8080/iiif',
])('A public address is not refused: %s', (address) => {
  expect(parseWebAddress(address, nobody).href).toBe(address);
});

test('A host on one’s own network is allowed by its name, or by its name and port alone', () => {
  expect(parseWebAddress('http://10.0.0.5:8080/a', new Set(['10.0.0.5:8080'])).port).toBe('8080');
  expect(parseWebAddress('http://10.0.0.5:8081/a', new Set(['10.0.0.5'])).port).toBe('8081');
  expect(() => parseWebAddress('http://10.0.0.5:8081/a', new Set(['10.0.0.5:8080']))).toThrow(FetchProblem);
});

const lookupVia = (addresses: readonly (readonly string[])[], reach: 'public' | 'any' = 'public') => {
  const answers = addresses.values();
  const resolve = () =>
    Promise.resolve(
      (answers.next().value ?? []).map((address): LookupAddress => ({
        address,
        family: isIPv6(address) ? 6 : 4,
      })),
    );
  const lookup = checkedLookup(resolve, reach);
  return () =>
    new Promise<LookupAddress[]>((done, fail) =>
      lookup('museum.example', { all: true }, (error, found) =>
        error ? fail(error) : done(found as LookupAddress[]),
      ),
    );
};

test.each([
  [['127.0.0.1']],
  [['8.8.8.8', '10.0.0.1']],
  [['2606:4700::1111', '::1']],
  [['::ffff:169.254.169.254']],
  [['fe80::1%eth0']],
  [['168.63.129.16']],
])('A name is refused if any of its addresses is special: %j', async (addresses) => {
  await expect(lookupVia([addresses])()).rejects.toMatchObject({ fault: 'address-refused' });
  await expect(lookupVia([addresses], 'any')()).resolves.toHaveLength(addresses.length);
});

test('A connection is made to the addresses that were checked, and a name that rebinds is checked again', async () => {
  const lookup = lookupVia([['8.8.8.8', '2606:4700::1111'], ['127.0.0.1']]);
  expect((await lookup()).map(({ address }) => address)).toEqual(['8.8.8.8', '2606:4700::1111']);
  await expect(lookup()).rejects.toMatchObject({
    message: expect.stringContaining('127.0.0.1 is not a public address'),
  });
});

test('A request resolves its name once: what the check has seen is what the socket gets', async () => {
  const asked: string[] = [];
  const resolve = (hostname: string) => {
    asked.push(hostname);
    return Promise.resolve([{ address: asked.length === 1 ? '127.0.0.1' : '8.8.8.8', family: 4 }]);
  };
  const client = createWebClient({ userAgent: 'test', allowedHosts: nobody, resolve });
  const request = { type: 'json', bytesMax: 100, msMax: 5000 } as const;
  await expect(client.get('http://museum.example/', request)).rejects.toMatchObject({
    fault: 'address-refused',
  });
  expect(asked).toEqual(['museum.example']);
  await client.close();
});

test('Text that is no address at all is special', () => {
  expect(specialRangeOf('museum.example')).toBe('not an address');
});

function refusalOf(address: string): string {
  try {
    return `accepted as ${parseWebAddress(address, nobody).href}`;
  } catch (error) {
    if (error instanceof FetchProblem && error.fault === 'address-refused') return error.message;
    throw error;
  }
}

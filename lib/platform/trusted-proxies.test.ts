import { parseTrustedProxies, senderOf } from './trusted-proxies';

const nobody = parseTrustedProxies('');
const near = parseTrustedProxies('loopback, private');

function sender(
  remoteAddress: string,
  headers: Record<string, string | string[]> = {},
  trusted = near,
  isEncrypted = false,
) {
  return senderOf({ remoteAddress, isEncrypted }, { host: 'gafu.test:3000', ...headers }, trusted);
}

describe('the client', () => {
  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of a direct connection from %s is %s', (address, client) => {
    expect(sender(address, {}, nobody).client).toBe(client);
  });

  test('is never what a direct connection claims', () => {
    const claimed = sender('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, nobody);
    expect(claimed).toMatchObject({ client: '127.0.0.1', isForwardedByStranger: true });
    expect(sender('203.0.113.1', { 'x-forwarded-for': '203.0.113.9' }).client).toBe('203.0.113.1');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['203.0.113.9, 10.0.0.1', '203.0.113.9'],
    ['1.2.3.4, 203.0.113.9, 10.0.0.1, 192.168.7.7', '203.0.113.9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['[2001:db8::9]:4711', '2001:db8:0:0::/64'],
    ['10.0.0.8', '10.0.0.8'],
    ['nonsense', '127.0.0.1'],
    ['203.0.113.9, nonsense', '127.0.0.1'],
    ['', '127.0.0.1'],
    [' , ,203.0.113.9,', '203.0.113.9'],
  ])('behind a trusted proxy that says "%s" is %s', (chain, client) => {
    expect(sender('127.0.0.1', { 'x-forwarded-for': chain })).toMatchObject({
      client,
      isForwardedByStranger: false,
    });
  });

  test('is found where the header comes several times', () => {
    expect(sender('::1', { 'x-forwarded-for': ['9.9.9.9', '203.0.113.9, 10.0.0.1'] }).client).toBe(
      '203.0.113.9',
    );
  });
});

describe('the address that the visitor used', () => {
  test.each([
    ['gafu.test:3000', 'http://gafu.test:3000'],
    ['GAFU.test:80', 'http://gafu.test'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['evil.test/path', null],
    ['evil.test"><script>', null],
    ['user@evil.test', null],
    ['gafu.test:99999', null],
    ['', null],
  ])('by the host "%s" is %s', (host, origin) => {
    expect(sender('203.0.113.1', { host }).origin).toBe(origin);
  });

  test('is what a trusted proxy forwards, and nobody else', () => {
    const forwarded = { 'x-forwarded-host': 'forged.test, art.example', 'x-forwarded-proto': 'http, https' };
    expect(sender('10.1.2.3', forwarded).origin).toBe('https://art.example');
    expect(sender('203.0.113.1', forwarded).origin).toBe('http://gafu.test:3000');
    expect(sender('203.0.113.1', {}, near, true).origin).toBe('https://gafu.test:3000');
  });
});

test.each(['10.0.0.0/33', 'proxy.internal', '2001:db8::/129', '1.2.3.4/8/9', '1.2.3', '10.0.0.1/x'])(
  '"%s" is refused by name',
  (range) => {
    expect(() => parseTrustedProxies(`127.0.0.1, ${range}`)).toThrow(`"${range}" is no address`);
  },
);

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings, SettingsError } from './settings';

function messageFor(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  throw new Error('The settings were accepted');
}

test('nothing need be set', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, databaseUrl: null, recipe: 'auto', queryDays: 30 });
  expect(readSettings({}).dataDir).toBe(path.resolve('data'));
});

test('an empty setting counts as absent', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null });
});

test('every bad setting is listed at once, with its value and what is allowed', () => {
  const message = messageFor({
    PORT: '99999',
    GAFU_BACKEND: 'gpu',
    PUBLIC_URL: 'gafu.example',
    LOG_LEVEL: 'loud',
  });
  expect(message).toContain('4 settings');
  expect(message).toContain('PORT: "99999" must be a whole number from 1 to 65535');
  expect(message).toContain('GAFU_BACKEND: "gpu" must be auto, node or wasm');
  expect(message).toContain(
    'PUBLIC_URL: "gafu.example" must be an address beginning with http:// or https://',
  );
  expect(message).toContain('LOG_LEVEL: "loud" must be one of trace, debug');
});

test('a secret is never repeated in the message', () => {
  const message = messageFor({
    ADMIN_PASSWORD: 'hunter2',
    DATABASE_URL: 'mysql://me:secret@db/gafu',
    METRICS_TOKEN: 'too short',
  });
  expect(message).not.toMatch(/hunter2|secret|too short/);
  expect(message).toContain('ADMIN_PASSWORD: the value given (not shown) must have at least 8 characters');
});

test('a public address loses its trailing slash', () => {
  expect(readSettings({ PUBLIC_URL: 'https://gafu.example/' }).publicUrl).toBe('https://gafu.example');
});

test('a cluster has one address or several, and the one that cannot be used is pointed at', () => {
  const two = 'http://es-1:9200, https://es-2:9200';
  expect(readSettings({ ELASTICSEARCH_URL: two }).elasticsearchUrl).toBe(two);
  const allowed = 'must be an address beginning with http:// or https://';
  expect(messageFor({ ELASTICSEARCH_URL: 'es-1:9200' })).toContain(`(not shown) ${allowed}`);
  const message = messageFor({ ELASTICSEARCH_URL: 'http://me:secret@es-1:9200,,ftp://es-3' });
  expect(message).toContain(`ELASTICSEARCH_URL: the value given (not shown) as address 2 ${allowed}`);
  expect(message).toContain(`as address 3 ${allowed}`);
  expect(message).not.toContain('secret');
});

test('pictures go to a bucket when one is named, its name in the path where the storage is not Amazon’s', () => {
  expect(readSettings({}).s3).toBeNull();
  expect(readSettings({ S3_BUCKET: 'art' }).s3).toEqual({
    bucket: 'art',
    endpoint: null,
    region: 'us-east-1',
    prefix: '',
    forcePathStyle: false,
  });
  const elsewhere = { S3_BUCKET: 'art', S3_ENDPOINT: 'https://s3.example', S3_PREFIX: 'gafu/' };
  expect(readSettings(elsewhere).s3).toMatchObject({ forcePathStyle: true, prefix: 'gafu/' });
  expect(readSettings({ ...elsewhere, S3_FORCE_PATH_STYLE: 'false' }).s3?.forcePathStyle).toBe(false);
  expect(messageFor({ S3_PREFIX: '/gafu' })).toContain('S3_PREFIX: "/gafu" must be folders, each ending');
});

test('a secret may be kept in a file, which is read without its last line break', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gafu-test-secrets-'));
  const file = path.join(folder, 'api-key');
  writeFileSync(file, 'c2VjcmV0\n');
  expect(readSettings({ ELASTICSEARCH_API_KEY_FILE: file }).elasticsearchApiKey).toBe('c2VjcmV0');
  const both = { ELASTICSEARCH_API_KEY_FILE: file, ELASTICSEARCH_API_KEY: 'itself' };
  expect(readSettings(both).elasticsearchApiKey).toBe('itself');
  rmSync(folder, { recursive: true });
  const message = messageFor({ ADMIN_PASSWORD_FILE: file, PORT: '0' });
  expect(message).toContain('2 settings');
  expect(message).toContain(`ADMIN_PASSWORD_FILE: "${file}" cannot be read (ENOENT)`);
});

test('proxies are trusted by address, range or name, and a mistake is named', () => {
  const { trustedProxies } = readSettings({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::7' });
  expect(trustedProxies.check('127.0.0.1')).toBe(true);
  expect(trustedProxies.check('10.255.0.1')).toBe(true);
  expect(trustedProxies.check('2001:db8::7', 'ipv6')).toBe(true);
  expect(trustedProxies.check('192.168.0.1')).toBe(false);
  expect(readSettings({}).trustedProxies.check('127.0.0.1')).toBe(false);
  expect(messageFor({ TRUSTED_PROXIES: 'caddy' })).toContain(
    'TRUSTED_PROXIES: "caddy" must be addresses or ranges (192.0.2.7, 10.0.0.0/8, 2001:db8::/32), loopback or private, separated by commas; "caddy" is no address',
  );
});

test('Museums can write to an operator who gives an e-mail address or a page', () => {
  expect(readSettings({}).contact).toBeNull();
  expect(readSettings({ GAFU_CONTACT: 'art@museum.example' }).contact).toBe('art@museum.example');
  expect(messageFor({ GAFU_CONTACT: 'me\r\nHost: x' })).toContain('GAFU_CONTACT: "me');
});

test('Hosts on one’s own network are allowed by name, with or without a port', () => {
  const { fetchAllowedHosts, visitorsFetchAllowedHosts } = readSettings({
    FETCH_ALLOWED_HOSTS: 'NAS.local, 10.0.0.5:8080,[fd00::1]:80',
  });
  expect(visitorsFetchAllowedHosts.size).toBe(0);
  expect([...fetchAllowedHosts]).toEqual(['nas.local', '10.0.0.5:8080', '[fd00::1]:80']);
  expect(messageFor({ FETCH_ALLOWED_HOSTS: 'http://nas.local' })).toContain(
    'must be hosts separated by commas',
  );
});

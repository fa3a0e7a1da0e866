import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeCertificates, type TestCertificates } from '../support/certificates';

const run = promisify(execFile);
const password = 'e1a5';
const asElastic = `Basic ${Buffer.from(`elastic:${password}`).toString('base64')}`;

/**
 * The security module and Kibana do not run here: a server in their place takes note of what the scripts ask, and
 * answers in the form of their documented answers.
 */
let certificates: TestCertificates;
let server: Server;
let folder: string;
let url: string;
let asked: { readonly what: string; readonly by: string; readonly body: string }[] = [];
let goodKey = '';
let importAnswer = '';

beforeAll(async () => {
  certificates = await makeCertificates();
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-set-up-'));
  server = createServer(certificates, (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const by = request.headers.authorization ?? '';
      const what = `${request.method} ${request.url}`;
      asked.push({ what, by, body });
      const isAllowed = by === asElastic || (goodKey !== '' && by === `ApiKey ${goodKey}`);
      response.writeHead(isAllowed ? 200 : 401);
      if (!isAllowed) return response.end('{"error":{"type":"security_exception"},"status":401}');
      if (what === 'POST /_security/api_key') {
        goodKey = Buffer.from(`id:${asked.length}`).toString('base64');
        return response.end(`{"id":"id","name":"gafu","api_key":"x","encoded":"${goodKey}"}`);
      }
      return response.end(what.includes('saved_objects') ? importAnswer : '{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `https://localhost:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await certificates.remove();
  await rm(folder, { recursive: true });
});

const keyFile = () => path.join(folder, 'api-key');
const env = (more: Record<string, string> = {}) => ({
  ...process.env,
  ELASTIC_PASSWORD: password,
  KIBANA_PASSWORD: 'k1ba',
  ELASTICSEARCH_URL: url,
  KIBANA_URL: url,
  CA_FILE: certificates.caFile,
  KEY_FILE: keyFile(),
  OWNER: `${process.getuid?.() ?? 0}`,
  OBJECTS: 'deploy/kibana/saved-objects.ndjson',
  ...more,
});
const setUp = (more?: Record<string, string>) =>
  run('bash', ['deploy/elasticsearch/set-up.sh'], { env: env(more) });

test('Kibana’s user gets its password, and Gafu a key with rights on its own indices, for it alone to read', async () => {
  await setUp();
  expect(asked.map(({ what }) => what)).toEqual([
    'POST /_security/user/kibana_system/_password',
    'POST /_security/api_key',
  ]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ password: 'k1ba' });
  const [role] = Object.values<unknown>(JSON.parse(asked[1]?.body ?? '').role_descriptors);
  expect(role).toEqual({
    cluster: ['monitor'],
    indices: [{ names: ['gafu', 'gafu-*'], privileges: ['all'] }],
  });
  expect(await readFile(keyFile(), 'utf8')).toBe(`${goodKey}\n`);
  expect((await stat(keyFile())).mode & 0o777).toBe(0o400);
});

test('run again, it keeps a key that works, and makes another in place of one that does not', async () => {
  const before = goodKey;
  const { stdout } = await setUp();
  expect(stdout).toContain('still works');
  expect(asked.map(({ what }) => what)).not.toContain('POST /_security/api_key');
  goodKey = 'revoked';
  await setUp();
  expect(goodKey).not.toBe(before);
  expect(await readFile(keyFile(), 'utf8')).toBe(`${goodKey}\n`);
});

test('a wrong password or an authority that is not ours ends it, with the key as it was', async () => {
  const before = await readFile(keyFile(), 'utf8');
  await expect(setUp({ ELASTIC_PASSWORD: 'wrong' })).rejects.toThrow(/401/);
  const another = await makeCertificates();
  await expect(setUp({ CA_FILE: another.caFile })).rejects.toThrow(/certificate/);
  await another.remove();
  expect(await readFile(keyFile(), 'utf8')).toBe(before);
});

test('Kibana gets the whole file, and what it refuses is told', async () => {
  const bringIn = () => run('bash', ['deploy/kibana/import.sh'], { env: env() });
  importAnswer = '{"successCount":10,"success":true}';
  await bringIn();
  expect(asked.map(({ what, by }) => [what, by])).toEqual([
    ['POST /api/saved_objects/_import?overwrite=true', asElastic],
  ]);
  expect(asked[0]?.body).toContain(await readFile('deploy/kibana/saved-objects.ndjson', 'utf8'));
  importAnswer = '{"successCount":9,"success":false,"errors":[{"id":"gafu-years"}]}';
  await expect(bringIn()).rejects.toThrow(/did not take the dashboard: .*gafu-years/);
});

import { existsSync, readFileSync } from 'node:fs';
import { type ComposeService, readCompose } from './compose-file';
import { readSettings } from '@/lib/platform/settings';

const compose = readCompose();
const services = Object.entries(compose.services);
const named = (name: string): ComposeService => {
  const found = compose.services[name];
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
};
const ours = services.filter(([, { image }]) => image.startsWith('gafu:'));
/** Those that run once and end. */
const once = services.filter(([, { restart }]) => restart.startsWith('on-failure')).map(([name]) => name);
const example = readFileSync('.env.example', 'utf8');

/** A value with its `${NAME:-default}` and `${NAME:?why}` put in. */
function filledIn(value: string, env: Readonly<Record<string, string>> = {}): string {
  return value.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_, name: string, kind, rest: string) =>
      env[name] ?? (kind === '-' ? rest : `${name.toLowerCase()}-of-the-environment-32-characters`),
  );
}

test.each(services)('%s comes in a version that is told in full', (_, { image }) => {
  expect(filledIn(image)).toMatch(/^[\w./-]+:v?\d+\.\d+(\.\d+)?(-[\w.]+)?$/);
});

test.each(services)(
  '%s waits for services that exist, in a state that they can reach',
  (_, { depends_on }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const wanted = named(name);
      const isOnce = once.includes(name);
      expect([name, condition]).toEqual([
        name,
        isOnce ? 'service_completed_successfully' : 'service_healthy',
      ]);
      const ownCheck = wanted.healthcheck?.test !== undefined;
      if (!isOnce) expect([name, ownCheck || name === 'web']).toEqual([name, true]);
    }
  },
);

test('nobody waits in a circle', () => {
  const before = (name: string, seen: readonly string[]): void => {
    expect(seen).not.toContain(name);
    for (const next of Object.keys(named(name).depends_on)) before(next, [...seen, name]);
  };
  for (const [name] of services) before(name, []);
});

test.each(services)('%s uses volumes, networks and files that exist', (_, { volumes, networks }) => {
  for (const volume of volumes) {
    const [source = ''] = volume.split(':');
    expect([source, source.startsWith('./') ? existsSync(source) : source in compose.volumes]).toEqual([
      source,
      true,
    ]);
  }
  for (const network of networks) expect(Object.keys(compose.networks)).toContain(network);
});

test.each(services)('%s is limited, stays up or ends for good, and gains no rights', (name, found) => {
  expect(Number.parseInt(found.deploy.resources.limits.memory)).toBeGreaterThan(0);
  expect(found.restart).toMatch(/^(unless-stopped|on-failure:\d+)$/);
  if (!once.includes(name)) expect(found.security_opt).toContain('no-new-privileges:true');
});

test.each(ours)('%s is given only settings that Gafu knows, and accepts', (_, { environment }) => {
  const env = Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [
      key,
      filledIn(value, { PUBLIC_URL: 'https://art.example.org', WEB_POOL_SIZE: '1', WORKER_POOL_SIZE: '1' }),
    ]),
  );
  const source = readFileSync('lib/platform/settings.ts', 'utf8');
  const sdk = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'NODE_EXTRA_CA_CERTS'];
  for (const name of Object.keys(env)) {
    const setting = /^ELASTICSEARCH_API_KEY_FILE$/.test(name) ? 'ELASTICSEARCH_API_KEY' : name;
    expect([name, sdk.includes(name) || source.includes(`\n  ${setting}:`)]).toEqual([name, true]);
  }
  // Made while the services start.
  delete env.ELASTICSEARCH_API_KEY_FILE;
  expect(() => readSettings(env)).not.toThrow();
});

test('web servers and workers have one environment, but for what each alone needs', () => {
  const own = ['METRICS_PORT', 'GAFU_POOL_SIZE'];
  const shared = (name: string) =>
    Object.entries(named(name).environment).filter(([setting]) => !own.includes(setting));
  expect(shared('worker')).toEqual(shared('web'));
  // The worker's health check asks there.
  expect(named('worker').healthcheck?.test?.join(' ')).toContain(
    `:${named('worker').environment.METRICS_PORT}/health`,
  );
});

test('web servers and workers can be scaled: no port and no name is theirs alone', () => {
  for (const name of ['web', 'worker']) {
    expect(named(name).ports).toEqual([]);
    expect(named(name)).not.toHaveProperty('container_name');
  }
});

test('no secret stands in the file, and every one is required', () => {
  const secret = /(password|secret|token|encryption_?key)/i;
  const notSecret = /^(RENEW|xpack\.security)/;
  for (const [, { environment }] of services) {
    for (const [name, value] of Object.entries(environment)) {
      if (!secret.test(name) || notSecret.test(name)) continue;
      expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{\w+:\?[^}]+\}$/)]);
    }
  }
  expect(named('web').environment.DATABASE_URL).toContain('${POSTGRES_PASSWORD:?');
});

test('.env.example names every variable of the file, and gives no secret a value', () => {
  const used = [...compose.text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name ?? '');
  for (const name of new Set(used)) expect(example).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  for (const [, name, value] of example.matchAll(/^([A-Z_]+)=(.*)$/gm))
    if (name !== 'PUBLIC_URL') expect([name, value]).toEqual([name, '']);
});

test('only the proxy is open to the world, Kibana to the machine, the rest to nobody', () => {
  const open = services.filter(([, { ports }]) => ports.length > 0);
  expect(open.map(([name]) => name)).toEqual(['proxy', 'kibana']);
  for (const port of named('kibana').ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  expect(compose.networks.back).toEqual({ internal: true });
  for (const name of ['postgres', 'elasticsearch', 'storage', 'worker'])
    expect(named(name).networks).toEqual(['back']);
});

test('what is asked by TLS has a certificate that names it', () => {
  const prepare = readFileSync('deploy/prepare.sh', 'utf8');
  const certified = /services=\(([^)]*)\)/.exec(prepare)?.[1]?.split(' ') ?? [];
  const hosts = [...compose.text.matchAll(/https:\/\/([a-z]+):\d+/g)].map(([, host]) => host ?? '');
  expect(certified).toEqual(
    expect.arrayContaining([...new Set(hosts)].filter((host) => host !== 'localhost')),
  );
  for (const name of certified)
    expect(named('prepare').volumes).toContain(`${name}-certificate:/certificates/${name}`);
});

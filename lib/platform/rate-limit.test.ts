import { useTestDatabase } from '@/tests/support/database';
import { runProgram } from '@/tests/support/program';
import { inRequest } from '@/tests/support/some-request';
import { forgetSingleton } from './process-singleton';
import { rateLimit, rateLimitHeaders } from './rate-limit';

const postgres = useTestDatabase();
const rules = {
  windowSeconds: 60,
  clientMax: 3,
  refusal: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => `Wait ${retryAfterSeconds} s.`,
};

/** Forgets what the process knows, as its restart would. */
function restart(name: string): void {
  for (const singleton of [name, 'settings', 'rate-limit-connections']) forgetSingleton(singleton);
}

test('what a client did at one server counts at the others, and after a restart', async () => {
  const limit = rateLimit({ ...rules, name: 'shared-limit' });
  await limit.count('192.0.2.1');
  await limit.count('192.0.2.1');
  const program = runProgram([
    '--import',
    'tsx',
    '--eval',
    `import('@/lib/platform/rate-limit').then(({ rateLimit }) =>
       rateLimit({ name: 'shared-limit', windowSeconds: 60, clientMax: 3, refusal: String })
         .count('192.0.2.1'))`,
  ]);
  expect([await program.end(), program.output()]).toEqual([0, '']);
  restart('shared-limit');
  await expect(limit.count('192.0.2.1')).rejects.toMatchObject({
    kind: 'too-many-requests',
    extensions: { retryAfterSeconds: expect.any(Number) },
  });
  await limit.count('192.0.2.2');
});

test('what is forgiven does not count, and no client counts for another', async () => {
  const limit = rateLimit({ ...rules, name: 'forgiving-limit' });
  for (let i = 0; i < 100; i++) await limit.count(`192.0.2.${i}`);
  for (let i = 0; i < 2; i++) await limit.count('192.0.2.0');
  await limit.forgive('192.0.2.0');
  for (let i = 0; i < 3; i++) await limit.count('192.0.2.0');
  await expect(limit.count('192.0.2.0')).rejects.toMatchObject({ kind: 'too-many-requests' });
});

test('a response tells how much is left, and that nothing is', async () => {
  const limit = rateLimit({ ...rules, name: 'announced' });
  const countAndTell = () =>
    inRequest(async () => {
      await limit.count().catch(() => undefined);
      return rateLimitHeaders();
    });
  expect(rateLimitHeaders()).toEqual({});
  const first = await countAndTell();
  expect(first['RateLimit-Policy']).toBe('"announced";q=3;w=60');
  expect(first.RateLimit).toMatch(/^"announced";r=2;t=(60|5\d)$/);
  for (let i = 0; i < 3; i++) await countAndTell();
  expect((await countAndTell()).RateLimit).toMatch(/^"announced";r=0;t=\d+$/);
});

test('without its table in Postgres it counts in memory, and lets nobody do more', async () => {
  await postgres.db.$executeRaw`ALTER TABLE rate_limits RENAME TO rate_limits_away`;
  const limit = rateLimit({ ...rules, name: 'insured-limit' });
  for (let i = 0; i < 3; i++) await limit.count('192.0.2.1');
  await expect(limit.count('192.0.2.1')).rejects.toMatchObject({ kind: 'too-many-requests' });
  await postgres.db.$executeRaw`ALTER TABLE rate_limits_away RENAME TO rate_limits`;
});

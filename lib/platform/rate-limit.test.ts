import { forgetSingleton } from './process-singleton';
import { rateLimit } from './rate-limit';
import { useTestDatabase } from '@/tests/support/database';
import { runProgram } from '@/tests/support/program';

const postgres = useTestDatabase();
const rules = { windowSeconds: 60, clientMax: 3, overallMax: 5, refusal: (s: number) => `Wait ${s} s.` };

/** Forgets what the process knows, as its restart would. */
function restart(name: string): void {
  for (const singleton of [name, 'settings', 'rate-limit-connections']) forgetSingleton(singleton);
}

test('what a client did at one server counts at the others, and over a restart', async () => {
  const limit = rateLimit({ ...rules, name: 'shared-limit' });
  await limit.count('192.0.2.1');
  await limit.count('192.0.2.1');
  const program = runProgram([
    '--import',
    'tsx',
    '--eval',
    `import('@/lib/platform/rate-limit').then(({ rateLimit }) =>
       rateLimit({ name: 'shared-limit', windowSeconds: 60, clientMax: 3, overallMax: 5, refusal: String })
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

test('all clients together have a limit, and what is forgiven does not count', async () => {
  const limit = rateLimit({ ...rules, name: 'forgiving-limit' });
  for (let i = 0; i < 4; i++) await limit.count(`192.0.2.${i}`);
  await limit.forgive('192.0.2.0');
  await limit.count('192.0.2.10');
  await limit.count('192.0.2.11');
  await expect(limit.count('192.0.2.12')).rejects.toMatchObject({ kind: 'too-many-requests' });
});

test('without its table in Postgres it counts in memory, and lets nobody do more', async () => {
  await postgres.db.$executeRaw`ALTER TABLE rate_limits RENAME TO rate_limits_away`;
  const limit = rateLimit({ ...rules, name: 'insured-limit' });
  for (let i = 0; i < 3; i++) await limit.count('192.0.2.1');
  await expect(limit.count('192.0.2.1')).rejects.toMatchObject({ kind: 'too-many-requests' });
  await postgres.db.$executeRaw`ALTER TABLE rate_limits_away RENAME TO rate_limits`;
});

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { openapiDocument } from '@/app/api/_lib/openapi';

interface LintReport {
  readonly problems: readonly { readonly ruleId: string; readonly message: string }[];
}

test('the committed openapi.json is what the schemas say: npx tsx app/api/_lib/write-openapi.ts', () => {
  const committed: unknown = JSON.parse(readFileSync('openapi.json', 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
});

test('Redocly’s strict rules find nothing wrong with it', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.json', '--format=json'],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  ).catch((error: unknown) => error as { stdout: string });
  const { problems } = JSON.parse(stdout) as LintReport;
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
}, 60_000);

test('it describes every address under /api, and no other', () => {
  const addresses = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => path.posix.join('/api', path.dirname(file)).replace(/\[(\w+)\]/g, '{$1}'))
    // Leads people to /developers, and answers 404 to all other addresses.
    .filter((address) => address !== '/api' && address !== '/api/[...path]');
  expect(Object.keys(openapiDocument().paths ?? {}).sort()).toEqual(addresses.sort());
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** `npm run bench -- NAME [ARGS]`: runs bench/NAME.ts; without a name says which there are. */
const folder = path.join(process.cwd(), 'bench');
const [name, ...rest] = process.argv.slice(2);
const script = path.join(folder, `${name}.ts`);

if (!name || name === 'run' || !existsSync(script)) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
    .map((file) => path.basename(file, '.ts'));
  console.error(`usage: npm run bench -- NAME\nbenchmarks: ${names.join(', ')}`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...rest], { stdio: 'inherit' });
process.exit(status ?? 1);

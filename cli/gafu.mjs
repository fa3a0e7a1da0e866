#!/usr/bin/env node
// Plain JavaScript, so that it can say what is missing before anything is installed. The commands are TypeScript,
// run by tsx as they are (docs/decisions/002).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// `npm run` changes to the root and remembers here where the person stands.
const standing =
  process.env.npm_lifecycle_event === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd());

/** Gafu runs in its root; a file named in an argument is meant from where the person stands. */
function fromWhereThePersonStands(argument, index) {
  if (index === 0 || argument.startsWith('-')) return argument;
  const meant = path.resolve(standing, argument);
  return existsSync(meant) ? meant : argument;
}

if (!existsSync(path.join(root, 'node_modules', 'tsx'))) {
  console.error(`Gafu's packages are not installed. Run npm start, or npm install, in ${root}.`);
  process.exit(1);
}
const given = process.argv.slice(2);
const named = path.resolve(standing) === root ? given : given.map(fromWhereThePersonStands);
// For a file that is to be written (cli/file-to-write.ts).
process.env.GAFU_STANDING = standing;
process.chdir(root);
// `gafu … | head` closes the pipe when it has seen enough.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// Whoever read the errors may be gone before this process has ended in good order.
process.stderr.on('error', () => undefined);
process.env.NEXT_TELEMETRY_DISABLED ??= '1';
await import('tsx');
const { main } = await import('./main.ts');
process.exitCode = await main(named);

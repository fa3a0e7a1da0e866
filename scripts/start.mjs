// `npm start`: plain Node, before anything is installed. Sees that Node fits and the packages are there, then runs
// `gafu start` in this process.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './installation.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
ensureInstalled(root);
process.argv.splice(2, 0, 'start');
await import('../cli/gafu.mjs');

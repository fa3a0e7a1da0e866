// `npm start` and `npm run dev`: plain Node, before anything is installed. Checks that Node fits and installs the
// packages, then runs `gafu start` or `gafu dev` in this process.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './installation.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
ensureInstalled(root);
await import('../cli/gafu.mjs');

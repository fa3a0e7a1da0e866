// `npm start`: plain Node, before anything is installed. Sees that Node fits and the packages are there, then runs
// `gafu start` in this process.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, markInstalled, nodeProblem } from './installation.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const problem = nodeProblem(process.versions.node);
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
process.chdir(root);

function npm(args, timeoutMs) {
  const options = { stdio: 'inherit', shell: process.platform === 'win32', timeout: timeoutMs };
  return spawnSync('npm', args, options).status === 0;
}

if (!isInstalled(root)) {
  console.log('gafu: Installing the packages. This is needed once, and when they change (about a minute).');
  // Without scripts: all that any package needs to do after its installation is done here or at run time.
  if (!npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('gafu: npm could not install the packages; its reason is above. Mend that and run npm start again.');
    process.exit(1);
  }
  if (!npm(['run', '--silent', 'generate'])) process.exit(1);
  console.log('gafu: Fetching the faster TensorFlow backend (two minutes at most; Gafu works without it).');
  if (!npm(['rebuild', '@tensorflow/tfjs-node', '--loglevel=silent'], 120_000)) {
    console.log('gafu: It cannot be had here. The WASM backend is used; npm rebuild @tensorflow/tfjs-node tries again.');
  }
  markInstalled(root);
}
process.argv.splice(2, 0, 'start');
await import('../cli/gafu.mjs');

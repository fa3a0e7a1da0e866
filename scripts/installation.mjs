import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const oldest = [20, 19];
const tooNew = 25;

/** Why this Node cannot run Gafu, and what to do; null when it can. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isTooOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  if (!isTooOld && major < tooNew) return null;
  const what = isTooOld ? 'too old' : 'newer than what Gafu was tried with';
  return `Node ${version} is ${what}: it needs 20.19 or later, up to 24. Install one from https://nodejs.org and run npm start again.`;
}

/** Whether node_modules is what package-lock.json asks for, be it installed by npm start or by hand. */
export function isInstalled(root) {
  const lock = path.join(root, 'package-lock.json');
  const byNpm = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(byNpm)) return false;
  const stamp = stampFile(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOf(lock)) return true;
  return statSync(byNpm).mtimeMs >= statSync(lock).mtimeMs;
}

export function markInstalled(root) {
  writeFileSync(stampFile(root), digestOf(path.join(root, 'package-lock.json')));
}

/** Whether the database client was generated from the schema as it is now: it is not after `git pull` changed that. */
export function isGenerated(root) {
  const client = statSync(path.join(root, 'lib', 'catalog', 'prisma', 'client.ts'), {
    throwIfNoEntry: false,
  });
  const schema = statSync(path.join(root, 'prisma', 'schema.prisma'));
  return client !== undefined && client.mtimeMs >= schema.mtimeMs;
}

/**
 * Ends the process with a reason if this Node does not fit; installs the packages and generates the database client
 * unless they are there.
 */
export function ensureInstalled(root) {
  const problem = nodeProblem(process.versions.node);
  if (problem !== null) fail(problem);
  const isMissing = !isInstalled(root);
  if (isMissing) installPackages(root);
  if (!isGenerated(root) && !npm(root, ['run', '--silent', 'generate']))
    fail('gafu: The database client could not be generated.');
  if (isMissing) {
    fetchFastBackend(root);
    markInstalled(root);
  }
}

function installPackages(root) {
  console.log('gafu: Installing the packages. This is needed once, and when they change (about a minute).');
  // Without scripts: all that any package needs to do after its installation is done here or at run time.
  if (!npm(root, ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))
    fail('gafu: npm could not install the packages; its reason is above. Fix that and try again.');
}

function fetchFastBackend(root) {
  console.log('gafu: Fetching the faster TensorFlow backend (two minutes at most; Gafu works without it).');
  if (!npm(root, ['rebuild', '@tensorflow/tfjs-node', '--loglevel=silent'], 120_000))
    console.log(
      'gafu: It is not available here. The WASM backend is used; npm rebuild @tensorflow/tfjs-node tries again.',
    );
}

function npm(root, args, timeoutMs) {
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', timeout: timeoutMs };
  return spawnSync('npm', args, options).status === 0;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.gafu-installed');
}

function digestOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

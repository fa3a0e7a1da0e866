// `npm test`: installs what is missing, then types, lint, import circles, format and every test that can run here, and
// closes with one line that counts them. `npm test -- PATTERN …` runs only the tests whose path matches.
// `npm test -- --newcomer-too`, as in .ci/run, then runs the tests again as on a machine that has none of the settings,
// but only those that such settings can change; the last line counts both runs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './installation.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
ensureInstalled(root);
process.env.NEXT_TELEMETRY_DISABLED ??= '1';

const newcomerToo = process.argv.includes('--newcomer-too');
const patterns = process.argv.slice(2).filter((argument) => argument !== '--newcomer-too');
const checks = [
  ['types', 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false']],
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  [
    'import circles',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.mjs', '.'],
  ],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
];

function run(script, args, env = process.env) {
  return (
    spawnSync(process.execPath, [path.join('node_modules', script), ...args], { stdio: 'inherit', env })
      .status === 0
  );
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, script, args] of patterns.length > 0 ? [] : checks) {
  const passed = run(script, args);
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
}

const report = path.join('.cache', 'jest.json');
mkdirSync('.cache', { recursive: true });

function runJest(args, env) {
  rmSync(report, { force: true });
  const passed = run('jest/bin/jest.js', ['--json', `--outputFile=${report}`, ...args], env);
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  total.passed += counts.numPassedTests;
  // Jest also fails for what no test counts: an unhandled error, a teardown that threw.
  total.failed += passed ? failed : Math.max(failed, 1);
  total.skipped += counts.numPendingTests + counts.numTodoTests;
}

/**
 * The tests that skip something without a setting, or expect other values by the network that it names. All others do
 * the same without any, only quicker or slower.
 */
function testsThatDependOnSettings() {
  const settings = "'(?:vgg19|reference|paintings|elasticsearch|elasticsearchNode|s3)'";
  const asks = new RegExp(`from '.*support/test-network'|(?:describeWith|testWith|has)\\([^)]*${settings}`);
  const folders = ['app', 'bench', 'cli', 'components', 'lib', 'samples', 'scripts', 'tests'];
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file)))
    .filter((file) => /\.test\.tsx?$/.test(file) && asks.test(readFileSync(file, 'utf8')));
}

runJest(patterns);
if (newcomerToo) {
  console.log('\nOnce more, as on a machine with none of these settings:');
  const settings = /^(CI|TEST_\w+|VGG19_WEIGHTS|REFERENCE_DIR|PAINTINGS_DIR|ELASTICSEARCH_URL)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
  runJest(['--runTestsByPath', ...testsThatDependOnSettings()], env);
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

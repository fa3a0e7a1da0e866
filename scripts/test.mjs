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
/** More suites than this do not fail by chance. */
const secondTriesMax = 6;
const passedAlone = [];

/** Runs Jest. @returns what became of each suite, by its path, and whether Jest itself was content */
function jestSuites(args, env) {
  rmSync(report, { force: true });
  const passed = run('jest/bin/jest.js', ['--json', `--outputFile=${report}`, ...args], env);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, suites: new Map(testResults.map((suite) => [suite.name, countsOf(suite)])) };
}

function countsOf({ status, assertionResults }) {
  const of = (...names) => assertionResults.filter((test) => names.includes(test.status)).length;
  const failed = of('failed');
  return {
    passed: of('passed'),
    // A suite can fail without a test that does: it cannot be loaded, or its teardown threw.
    failed: status === 'failed' ? Math.max(failed, 1) : failed,
    skipped: of('pending', 'skipped', 'todo'),
  };
}

/**
 * A few suites that failed run once more, with nothing beside them: browsers and servers share the machine with
 * everything else that runs on it. The end says which passed only then.
 */
function runJest(args, env) {
  const first = jestSuites(args, env);
  const failed = [...first.suites].filter(([, counts]) => counts.failed > 0).map(([file]) => file);
  if (failed.length > 0 && failed.length <= secondTriesMax) {
    const names = failed.map((file) => path.relative(root, file));
    console.log(`\nOnce more, with nothing beside them: ${names.join(', ')}`);
    const second = jestSuites(['--runInBand', '--runTestsByPath', ...names], env);
    passedAlone.push(...names.filter((_, at) => second.suites.get(failed[at])?.failed === 0));
    for (const [file, counts] of second.suites) first.suites.set(file, counts);
  }
  for (const counts of first.suites.values())
    for (const name of Object.keys(total)) total[name] += counts[name];
  // Jest also fails for what no suite counts: an unhandled error.
  if (!first.passed && failed.length === 0) total.failed += 1;
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

for (const name of passedAlone) console.log(`Passed only when it ran alone: ${name}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

// `npm test`: installs what is missing, then types, lint, import circles, format and every test that can run here, and closes with
// one line that counts them. `npm test -- PATTERN …` runs only the tests whose path matches.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './installation.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
ensureInstalled(root);
process.env.NEXT_TELEMETRY_DISABLED ??= '1';

const patterns = process.argv.slice(2);
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

function run(script, args) {
  return (
    spawnSync(process.execPath, [path.join('node_modules', script), ...args], { stdio: 'inherit' }).status ===
    0
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
rmSync(report, { force: true });
const jestPassed = run('jest/bin/jest.js', ['--json', `--outputFile=${report}`, ...patterns]);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
  JSON.parse(readFileSync(report, 'utf8'));
total.passed += numPassedTests;
total.failed += numFailedTests + numRuntimeErrorTestSuites;
total.skipped += numPendingTests + numTodoTests;
// Jest also fails for what no test counts: an unhandled error, a teardown that threw.
if (!jestPassed && total.failed === 0) total.failed = 1;

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

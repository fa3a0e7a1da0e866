import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { examples } from './examples';

const folder = path.join('lib', 'search', 'elasticsearch', 'examples');
const committed = readdirSync(folder).map((file) => path.basename(file, '.json'));

test('an example of every body is committed: npx tsx lib/search/elasticsearch/write-examples.ts', () => {
  expect(committed.sort()).toEqual(Object.keys(examples).sort());
});

test.each(committed)('%s is what is sent', (name) => {
  const file: unknown = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  expect(JSON.parse(JSON.stringify(examples[name]))).toEqual(file);
});

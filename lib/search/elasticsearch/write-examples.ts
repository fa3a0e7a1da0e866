/** Writes examples/, which is committed so that a change of a request is seen in review: `npx tsx <this file>`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { examples } from './examples';

const folder = path.join('lib', 'search', 'elasticsearch', 'examples');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, body] of Object.entries(examples))
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify(body, null, 2)}\n`);

// Compiles the inner loop of the index in memory from WebAssembly's text format:
//   npm install --no-save wabt@1.0.39
//   node scripts/dot-products.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import loadWabt from 'wabt';

const folder = 'lib/search/embedded';
const { parseWat } = await loadWabt();
const { buffer } = parseWat('dot-products.wat', readFileSync(`${folder}/dot-products.wat`, 'utf8')).toBinary(
  {},
);
const lines = Buffer.from(buffer)
  .toString('base64')
  .match(/.{1,96}/g)
  .map((line) => `  '${line}'`);
writeFileSync(
  `${folder}/dot-products.ts`,
  `/** dot-products.wat, compiled by scripts/dot-products.mjs: a WebAssembly module in base64. */
export const dotProductsModule =
${lines.join(' +\n')};
`,
);
console.log(`dot-products: ${buffer.length} bytes`);

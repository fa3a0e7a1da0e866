// After a build: writes every static file twice more, compressed as far as it goes, for `gafu serve` to send as it is. By
// Brotli the scripts of a page are a seventh smaller than by gzip, which browsers take where there is no HTTPS.
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, '.next', 'static');
const files = readdirSync(folder, { recursive: true })
  .filter((file) => /\.(?:js|css|svg|wasm)$/.test(file))
  .map((file) => path.join(folder, file));
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
const compressors = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params }),
  gz: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

await Promise.all(
  files.map(async (file) => {
    const bytes = await readFile(file);
    for (const [extension, compress] of Object.entries(compressors)) {
      const smaller = await compress(bytes);
      if (smaller.length < bytes.length) await writeFile(`${file}.${extension}`, smaller);
    }
  }),
);

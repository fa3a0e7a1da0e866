import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** All that a build of the site is made from. */
const sources = [
  ...['app', 'components', 'i18n', 'lib', 'messages', 'public'],
  ...[
    'proxy.ts',
    'instrumentation.ts',
    'http-headers.mjs',
    'next.config.mjs',
    'scripts/compress-static.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
    'prisma/schema.prisma',
  ],
];
/** Tests, and what is generated from the schema. */
const leftOut = /(\.test\.tsx?|^lib\/catalog\/prisma)$/;

/** SHA-256 hex over names and contents: by content, since a checkout gives every file a new time. */
export function sourceDigest(root: string, names: readonly string[] = sources): string {
  const hash = createHash('sha256');
  for (const file of names.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(root: string, name: string): string[] {
  if (leftOut.test(name)) return [];
  const found = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [name];
  const entries = readdirSync(path.join(root, name)).sort();
  return entries.flatMap((entry) => filesUnder(root, `${name}/${entry}`));
}

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { allWorks, manifestCsv, type Work } from './catalogue';
import { encodeWork, paintWork } from './paint-work';
import { painters } from './painters/painters';
import type { Scene } from './scene/scene';
import { setScene } from './scene/set-scene';
import { subjects } from './subjects/subjects';

const usage = `Paints the sample collection.

  npx tsx samples/generate.ts [--out DIR] [--only PAINTER|SUBJECT|WORK ...]

  --out DIR    where to write works/ and manifest.csv (default: samples/)
  --only NAME  paint only this painter's works, this subject, or this work (woodcut-sea); may be repeated. The manifest
               always lists every work.

  painters: ${painters.map(({ id }) => id).join(', ')}
  subjects: ${subjects.map(({ id }) => id).join(', ')}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
  });
  if (values.help) return void process.stdout.write(usage);
  const works = allWorks();
  const known = [...[...painters, ...subjects].map(({ id }) => id), ...works.map(nameOf)];
  const strange = (values.only ?? []).filter((name) => !known.includes(name));
  if (strange.length) throw new Error(`Unknown painter or subject: ${strange.join(', ')}.\n\n${usage}`);

  const out = values.out ?? path.dirname(fileURLToPath(import.meta.url));
  await mkdir(path.join(out, 'works'), { recursive: true });
  const wanted = works.filter((work) => !values.only || chosen(values.only, work));
  let scene: Scene | undefined;
  let standing = '';
  let totalBytes = 0;
  for (const [done, work] of wanted.entries()) {
    if (!scene || standing !== work.subject.id) [scene, standing] = [setScene(work.subject), work.subject.id];
    const file = await encodeWork(work, paintWork(work, scene));
    await writeFile(path.join(out, 'works', work.file), file);
    totalBytes += file.length;
    process.stdout.write(
      `\r\u001b[K${done + 1}/${wanted.length}  ${(totalBytes / 1e6).toFixed(1)} MB  ${work.file}`,
    );
  }
  await writeFile(path.join(out, 'manifest.csv'), manifestCsv(works));
  process.stdout.write('\n');
}

function nameOf(work: Work): string {
  return path.parse(work.file).name;
}

/** Names of one kind widen the choice, names of two kinds cross: `--only fauve --only cat` is one work. */
function chosen(only: readonly string[], work: Work): boolean {
  if (only.includes(nameOf(work))) return true;
  const byPainter = only.filter((name) => painters.some(({ id }) => id === name));
  const bySubject = only.filter((name) => subjects.some(({ id }) => id === name));
  return (
    byPainter.length + bySubject.length > 0 &&
    (!byPainter.length || byPainter.includes(work.painter.id)) &&
    (!bySubject.length || bySubject.includes(work.subject.id))
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

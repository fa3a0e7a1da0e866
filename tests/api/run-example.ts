import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { clientExamples, type ExampleLanguage } from '@/app/[locale]/developers/client-examples';
import { samplePicture } from './client';

const programs = {
  curl: { command: '/bin/sh', file: 'example.sh' },
  python: { command: 'python3', file: 'example.py' },
  javascript: { command: process.execPath, file: 'example.mjs' },
} as const satisfies Record<ExampleLanguage, unknown>;

/**
 * Runs the developers' page's example in one language as somebody would who copied it.
 * @param ids of two works
 * @returns what it wrote @throws Error if it ends with another code than 0
 */
export async function runExample(
  language: ExampleLanguage,
  origin: string,
  [first, other]: readonly [string, string],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-example-'));
  try {
    const { command, file } = programs[language];
    const example = clientExamples(origin, (name) => name)
      [language].replaceAll('FIRST_ID', first)
      .replaceAll('OTHER_ID', other)
      // Without its progress, and failing where the site refuses.
      .replaceAll(/^curl /gm, 'curl --silent --show-error --fail ');
    await writeFile(path.join(folder, file), `${language === 'curl' ? 'set -e\n' : ''}${example}\n`);
    await writeFile(path.join(folder, 'picture.jpg'), await samplePicture('ukiyo-e-bridge'));
    const { stdout } = await promisify(execFile)(command, [file], { cwd: folder });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

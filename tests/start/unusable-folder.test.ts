import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../support/free-port';
import { describeWith } from '../support/prerequisites';
import { runProgram } from '../support/program';

describeWith(['linux', 'root'], 'a start on a data folder that cannot be used', () => {
  let folder = '';
  const mount = (options: string) => {
    folder = mkdtempSync(path.join(tmpdir(), 'gafu-unusable-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `mode=755,${options}`, 'tmpfs', folder]);
  };
  afterEach(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (dataDir = folder) => {
    const program = runProgram(['cli/gafu.mjs', 'start'], {
      PORT: String(await freePort()),
      GAFU_DATA_DIR: dataDir,
      DATABASE_URL: '',
    });
    const code = await program.end();
    const said = program.output().trim().split('\n');
    return { code, lines: said.filter((line) => !line.startsWith('gafu: ') && !line.startsWith('{')) };
  };

  test('says that it is read-only', async () => {
    mount('size=1m,ro');
    const { code, lines } = await start();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/cannot be used: the file system is read-only\. Mount it/)]);
    expect(lines[0]).toContain(folder);
  }, 60_000);

  test('says so of one that is not there and cannot be made', async () => {
    mount('size=1m,ro');
    const { code, lines } = await start(path.join(folder, 'new', 'data'));
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${path.join(folder, 'new')} cannot be used: the file system is read-only. Mount it for writing, or choose another place.`,
    ]);
  }, 60_000);

  test('says that its disk is full', async () => {
    mount('size=64k');
    writeFileSync(path.join(folder, 'filler'), Buffer.alloc(64 * 1024));
    const { code, lines } = await start();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/cannot be used: the disk is full\. Make room there\./)]);
  }, 60_000);

  test('says so too when it is Postgres that finds no room', async () => {
    mount('size=8m');
    const { code, lines } = await start();
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${path.join(folder, 'postgres')} cannot be used: the disk is full. Make room there.`,
    ]);
  }, 60_000);
});

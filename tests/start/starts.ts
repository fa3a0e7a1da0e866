import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../support/free-port';
import { type Program, runProgram } from '../support/program';

/** Filled before each test: an empty data folder and a free port, for `gafu start` on its embedded defaults. */
export interface Starts {
  readonly dataDir: string;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Runs `gafu start`, or `gafu dev`, on this folder and port; it is ended after the test if it still runs. */
  start(env?: Readonly<Record<string, string>>, command?: 'start' | 'dev'): Program;
}

/** Call it once at the top of a test file. */
export function useStarts(): Starts {
  let dataDir = '';
  let port = 0;
  let programs: Program[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-start-'));
    await chmod(dataDir, 0o755);
    port = await freePort();
    programs = [];
  });
  afterEach(async () => {
    for (const program of programs)
      if (program.child.exitCode === null && program.child.signalCode === null) await program.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  return {
    get dataDir() {
      return dataDir;
    },
    get port() {
      return port;
    },
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    start(env = {}, command = 'start') {
      // As a new user's environment: without the recipe that the tests' set-up may have chosen.
      const own = {
        PORT: String(port),
        GAFU_DATA_DIR: dataDir,
        DATABASE_URL: '',
        GAFU_RECIPE: '',
        GAFU_STARTER: 'false',
      };
      const settings = { ...own, ...env };
      const program = runProgram(['cli/gafu.mjs', command], settings);
      programs.push(program);
      return program;
    },
  };
}

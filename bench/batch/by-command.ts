import path from 'node:path';
import { runProgram } from '@/tests/support/program';
import { listName } from './pictures';

/** @returns seconds that `gafu add` takes, its start included */
export async function addByCommand(folder: string, env: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const command = runProgram(['cli/gafu.mjs', 'add', folder, '--manifest', path.join(folder, listName)], env);
  const code = await command.end();
  if (code !== 0) throw new Error(`gafu add ended with ${code}:\n${command.output()}`);
  return (performance.now() - started) / 1000;
}

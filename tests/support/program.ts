import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A real process of Gafu, and what it has written so far. */
export interface Program {
  readonly child: ChildProcess;
  /** stdout and stderr together. */
  output(): string;
  /** Resolves when the output matches; rejects with the output when the process ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and waits for the end. @returns the exit code, or the signal's name */
  end(signal?: NodeJS.Signals): Promise<number | string>;
}

/** Runs `node …args` in the checkout. `undefined` takes a variable out of the environment. */
export function runProgram(args: readonly string[], env: Record<string, string | undefined> = {}): Program {
  const child = spawn(process.execPath, [...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env } as typeof process.env,
  });
  let written = '';
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      child.emit('written');
    });
  }
  return {
    child,
    output: () => written,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(written);
          if (match !== null) resolve(match);
        };
        child.on('written', look);
        child.once('close', () =>
          reject(new Error(`The process ended before it wrote ${String(pattern)}:\n${written}`)),
        );
        look();
      }),
    async end(signal) {
      if (signal !== undefined) child.kill(signal);
      const [code, by] = await ended;
      return code ?? by ?? 'unknown';
    },
  };
}

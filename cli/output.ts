import { SingleBar } from 'cli-progress';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { SettingsError } from '@/lib/platform/settings';
import { Problem } from '@/lib/platform/problem';

/** For what a person can fix, and for a defect of ours (EX_SOFTWARE of sysexits.h). */
export const exitCodes = { problem: 1, defect: 70 } as const;

/** Tells the person on stderr: the message alone where it is meant for them, else the whole stack. @returns the exit code */
export function reportError(thrown: unknown): number {
  const error = asEnvironmentProblem(thrown);
  if (error instanceof Problem || error instanceof SettingsError) {
    const { cause } = error;
    // The message for visitors names nothing internal; the cause does.
    console.error(cause instanceof Error ? cause.message : error.message);
    return exitCodes.problem;
  }
  const fault = systemFault(error);
  if (fault !== null) {
    console.error(fault);
    return exitCodes.problem;
  }
  console.error('Gafu has a defect. Please report it with the lines below.');
  console.error(error);
  return exitCodes.defect;
}

/** What is wrong with the name of a file, if the person can fix it; a missing file is a defect of ours. */
function systemFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null;
  const sentences: Readonly<Record<string, string>> = {
    ENOTDIR: 'cannot be used: part of its path is a file, not a folder.',
    EEXIST: 'is there already, and is a file where a folder is needed.',
    EISDIR: 'is a folder, not a file.',
    ENAMETOOLONG: 'is too long a name for a file.',
  };
  const sentence = sentences[String(error.code)];
  return sentence === undefined ? null : `${String(error.path)} ${sentence}`;
}

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined));
}

/** Rows of a name and a value, the values in one column. */
export function printRows(rows: readonly (readonly [string, string])[]): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
}

export interface Progress {
  /** How many are done in all; `all` where it is only known now or has changed. */
  show(done: number, all?: number): void;
  end(): void;
}

const lineEveryMs = 5_000;

/** On stderr: a bar on a terminal, elsewhere a line every few seconds, so that a log stays readable. */
export function progress(label: string, all: number, unit = ''): Progress {
  return process.stderr.isTTY ? progressBar(label, all, unit) : progressLines(label, all, unit);
}

function progressBar(label: string, all: number, unit: string): Progress {
  const format = `${label} {bar} {value}/{total}${unit === '' ? '' : ` ${unit}`} | {duration_formatted} | still {eta_formatted}`;
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: false, barsize: 30 });
  let started = false;
  return {
    show(done, total = all) {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}

function progressLines(label: string, all: number, unit: string): Progress {
  let last = { at: -Infinity, line: '' };
  let latest = '';
  const print = () => {
    if (latest !== last.line) console.error(latest);
    last = { at: performance.now(), line: latest };
  };
  return {
    show(done, total = all) {
      latest = `${label}: ${done} of ${total}${unit === '' ? '' : ` ${unit}`}`;
      if (performance.now() - last.at >= lineEveryMs) print();
    },
    end: print,
  };
}

/** One bar per stage, one after the other. */
export function stagedProgress(): {
  show: (stage: string, done: number, total: number) => void;
  end: () => void;
} {
  const bars = new Map<string, Progress>();
  const end = () => {
    for (const bar of bars.values()) bar.end();
    bars.clear();
  };
  return {
    show(stage, done, total) {
      if (!bars.has(stage)) {
        end();
        bars.set(stage, progress(stage, total));
      }
      bars.get(stage)?.show(done, total);
    },
    end,
  };
}

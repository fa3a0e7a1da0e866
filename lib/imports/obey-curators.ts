import { type Database } from '@/lib/catalog/database';
import { findImportRun, type ImportRun } from '@/lib/catalog/import-runs.repository';
import { log } from '@/lib/platform/log';

const everyMs = 1000;

export interface Obeyed {
  /** Aborts when a curator has paused or cancelled the run, or `signal` does. */
  readonly signal: AbortSignal;
  end(): void;
}

/** Whoever runs an import, a worker or a command, ends it when a curator pauses or cancels it in the pages. */
export function obeyCurators(db: Database, { id }: Pick<ImportRun, 'id'>, signal?: AbortSignal): Obeyed {
  const stopped = new AbortController();
  const timer = setInterval(() => {
    findImportRun(db, id)
      .then((run) => {
        if (run?.state !== 'running') stopped.abort(new Error(`The import is ${run?.state ?? 'gone'}.`));
      })
      .catch((error: unknown) => log.debug({ reason: String(error) }, 'The state of an import is unknown'));
  }, everyMs);
  return {
    signal: signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]),
    end: () => clearInterval(timer),
  };
}

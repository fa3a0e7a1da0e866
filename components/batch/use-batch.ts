'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Refusal } from '@/components/forms/send-form';
import { type BatchRow, type BatchView, movingStages, stageOf } from '@/lib/batch/batch-view';
import { BatchRefusal, batchServer } from './batch-server';

/** While something goes on by itself on the server, and otherwise: another curator may be at work. */
const everyMs = { moving: 1_000, resting: 10_000 };
/** A server that takes long to answer has much to do. It is left alone for so many times as long. */
const restFactor = 5;

export interface Batch {
  readonly view: BatchView;
  readonly rows: readonly BatchRow[];
  /** Why the last thing that was asked for was not done. */
  readonly refusal: Refusal | 'lost' | null;
  readonly refresh: () => Promise<readonly BatchRow[]>;
  /** Does something on the server and shows what has become of the batch. @returns whether it was done */
  readonly act: (ask: () => Promise<unknown>) => Promise<boolean>;
}

/** A batch as the server has it, followed while its page is open. */
export function useBatch(initial: BatchView): Batch {
  const [view, setView] = useState(initial);
  const [refusal, setRefusal] = useState<Refusal | 'lost' | null>(null);
  const latest = useRef(initial);

  const read = useCallback(
    async (since: number | null) => {
      const answer = await batchServer.state(initial.id, since);
      latest.current = merged(latest.current, answer, since === null);
      setView(latest.current);
      return latest.current.files;
    },
    [initial.id],
  );
  const refresh = useCallback(() => read(latest.current.asOfMs), [read]);

  const act = useCallback(
    async (ask: () => Promise<unknown>) => {
      try {
        setRefusal(null);
        await ask();
        await read(null);
        return true;
      } catch (error) {
        if (!(error instanceof BatchRefusal)) throw error;
        setRefusal(error.refusal);
        return false;
      }
    },
    [read],
  );

  const isMoving = view.files.some((row) => movingStages.includes(stageOf(row)));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isOver = false;
    let wholeAt = performance.now() + everyMs.resting;
    const look = async () => {
      const started = performance.now();
      // Everything is read now and then, so that a change which was missed is not missed for ever.
      const isWhole = !isMoving || started >= wholeAt;
      if (isWhole) wholeAt = started + everyMs.resting;
      // A lost connection is shown where files are sent; the next look finds what was missed.
      if (document.visibilityState === 'visible')
        await (isWhole ? read(null) : refresh()).catch(() => undefined);
      wait(restFactor * (performance.now() - started));
    };
    const wait = (ms: number) => {
      if (isOver) return;
      timer = setTimeout(() => void look(), Math.max(ms, isMoving ? everyMs.moving : everyMs.resting));
    };
    wait(0);
    return () => {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [isMoving, read, refresh]);

  return { view, rows: view.files, refusal, refresh, act };
}

/** What has changed, in what was known. @param isWhole what is not in the answer was removed */
function merged(before: BatchView, answer: BatchView, isWhole: boolean): BatchView {
  const known = new Map(before.files.map((row) => [row.id, row]));
  const answered = new Map(answer.files.map((row) => [row.id, unlessSame(known.get(row.id), row)]));
  const files = new Map(isWhole ? answered : [...known, ...answered]);
  return { ...answer, files: [...files.values()].sort((a, b) => a.position - b.position) };
}

/** The row as it was if nothing in it has changed, so that it is not drawn again. */
function unlessSame(before: BatchRow | undefined, now: BatchRow): BatchRow {
  return before !== undefined && JSON.stringify(now) === JSON.stringify(before) ? before : now;
}

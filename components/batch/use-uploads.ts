'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type BatchRow } from '@/lib/batch/batch-view';
import { batchServer } from './batch-server';
import { type Choice, type LocalFile, markOf } from './chosen-files';
import { Uploads } from './uploads';
import { type Batch } from './use-batch';

/** Progress is drawn so often at most. */
const drawnEveryMs = 500;

export interface BatchUploads {
  /** Bytes sent of each file that is on its way, by id. */
  readonly sent: ReadonlyMap<string, number>;
  /** Files that this page has in hand and has not sent yet. */
  readonly left: number;
  readonly isLost: boolean;
  /** The status with which the server ended everything. */
  readonly stopped: number | null;
  readonly choose: (choice: Choice) => Promise<void>;
  readonly chooseInstead: (fileId: string, file: LocalFile) => Promise<void>;
}

/** The files that this page sends to a batch. */
export function useUploads(batchId: string, { act, refresh }: Pick<Batch, 'act' | 'refresh'>): BatchUploads {
  const [sent, setSent] = useState<ReadonlyMap<string, number>>(new Map());
  const [left, setLeft] = useState(0);
  const [isLost, setLost] = useState(false);
  const [stopped, setStopped] = useState<number | null>(null);
  const progress = useRef(new Map<string, number>());
  const uploads = useRef<Uploads | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const draw = () => {
      timer ??= setTimeout(() => {
        timer = null;
        setSent(new Map(progress.current));
        setLeft(own.left);
      }, drawnEveryMs);
    };
    const own = new Uploads(batchId, {
      onProgress: (id, bytes) => {
        progress.current.set(id, bytes);
        draw();
      },
      onDone: (id) => {
        progress.current.delete(id);
        draw();
        if (own.left === 0) void refresh().catch(() => undefined);
      },
      onConnection: setLost,
      onStop: setStopped,
    });
    uploads.current = own;
    const wake = () => own.wake();
    window.addEventListener('online', wake);
    return () => {
      window.removeEventListener('online', wake);
      if (timer !== null) clearTimeout(timer);
      own.stop();
    };
  }, [batchId, refresh]);

  // The browser asks before it closes a tab that still sends.
  useEffect(() => {
    if (left === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [left]);

  const send = useCallback((rows: readonly BatchRow[], files: ReadonlyMap<string, File>) => {
    const waiting = rows.flatMap(({ id, state }) => {
      const file = files.get(id);
      return state === 'waiting' && file ? [{ id, file }] : [];
    });
    setStopped(null);
    uploads.current?.add(waiting);
    setLeft(uploads.current?.left ?? 0);
  }, []);

  const choose = useCallback(
    async ({ pictures, list }: Choice) => {
      let ids: readonly string[] = [];
      const isDone = await act(async () => {
        if (list !== null) await batchServer.chooseList(batchId, list.file);
        if (pictures.length > 0) ids = await batchServer.chooseFiles(batchId, pictures.map(markOf));
      });
      const files = new Map(pictures.flatMap(({ file }, at) => [[ids[at] ?? '', file] as const]));
      if (isDone && ids.length > 0) send(await refresh(), files);
    },
    [act, batchId, refresh, send],
  );

  const chooseInstead = useCallback(
    async (fileId: string, local: LocalFile) => {
      const isDone = await act(() => batchServer.chooseInstead(batchId, fileId, markOf(local)));
      if (isDone) send(await refresh(), new Map([[fileId, local.file]]));
    },
    [act, batchId, refresh, send],
  );

  return { sent, left, isLost, stopped, choose, chooseInstead };
}

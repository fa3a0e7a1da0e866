'use client';

import { useEffect, useRef, useState } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { DeviceError, type DeviceReading } from '@/lib/vision/browser/messages';
import { dot } from '@/lib/vision/dot';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { deviceReader } from '@/components/device/device-state';
import { latestOnly } from './latest-only';
import { askLive, type LiveHit, LiveRefusal } from './live-hit';
import { vectorsJson } from '@/components/device/send-reading';

/** Above this cosine two pictures count as one: a camera's noise must not reshuffle the wall. */
const sameLook = 0.997;
const hitCount = 12;

export interface LiveHits {
  readonly hits: readonly LiveHit[];
  /** Searches with the newest picture; earlier ones that still wait are dropped. */
  readonly look: (picture: ImageBitmap) => void;
  /** Whether a new picture would be read at once. */
  readonly idle: () => boolean;
  /** The last reading. */
  readonly reading: DeviceReading | null;
  /** Why the last search failed: the server's detail, or empty if there was no answer. */
  readonly problem: string | null;
}

/** Turns pictures into hits: each is read on the device, and only its vector is sent. */
export function useLiveHits(offer: DeviceOffer, kind: EmbeddingKind): LiveHits {
  const [hits, setHits] = useState<readonly LiveHit[]>([]);
  const [reading, setReading] = useState<DeviceReading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = useRef<{ space: string; vector: Float32Array } | null>(null);
  const queue = useRef<ReturnType<typeof latestOnly<ImageBitmap>> | null>(null);

  useEffect(() => {
    const follow = async (picture: ImageBitmap, signal: AbortSignal) => {
      const started = performance.now();
      const reader = await deviceReader(offer);
      const latest = await reader.read(picture);
      if (signal.aborted) return;
      setReading(latest);
      const wanted = latest.vectors.find(({ space }) => space.startsWith(`${kind}-`));
      const before = asked.current;
      if (!wanted || (before?.space === wanted.space && dot(before.vector, wanted.vector) > sameLook)) return;
      const [term] = vectorsJson([wanted]);
      if (!term) return;
      const found = await askLive(term, hitCount, signal);
      asked.current = wanted;
      setHits(found);
      setProblem(null);
      // For the browser's developer tools, and for tests.
      performance.measure('live-search', { start: started, detail: { readMs: latest.tookMs } });
    };
    const own = latestOnly<ImageBitmap>(async (picture, signal) => {
      try {
        await follow(picture, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof LiveRefusal) {
          setProblem(error.message);
          if (error.retryable) await new Promise((resolve) => setTimeout(resolve, 2000));
        } else if (!(error instanceof DeviceError)) setProblem('');
      }
    });
    queue.current = own;
    return () => own.stop();
  }, [offer, kind]);

  return {
    hits,
    reading,
    problem,
    look: (picture) => queue.current?.offer(picture),
    idle: () => queue.current?.idle ?? false,
  };
}

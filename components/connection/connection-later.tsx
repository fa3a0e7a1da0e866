'use client';

import { lazy, Suspense } from 'react';
import { useIdle } from '@/components/layout/use-idle';

// Without a connection it cannot be loaded, and then there is less to say than on a page that has it.
const Connection = lazy(() => import('./connection').catch(() => ({ default: () => null })));

/** What a page says of its connection, loaded when the page has nothing else to do. */
export function ConnectionLater() {
  return useIdle() ? (
    <Suspense fallback={null}>
      <Connection />
    </Suspense>
  ) : null;
}

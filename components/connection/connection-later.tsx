'use client';

import { lazy, Suspense, useEffect, useState } from 'react';

// Without a connection it cannot be loaded, and then there is less to say than on a page that has it.
const Connection = lazy(() => import('./connection').catch(() => ({ default: () => null })));

/** What a page says of its connection, loaded when the page has nothing else to do. */
export function ConnectionLater() {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const start = () => setIdle(true);
    // Not every Safari says when it is idle.
    if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 500);
  }, []);
  return isIdle ? (
    <Suspense fallback={null}>
      <Connection />
    </Suspense>
  ) : null;
}

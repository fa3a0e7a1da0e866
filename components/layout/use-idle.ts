'use client';

import { useEffect, useState } from 'react';

/** True once the page has nothing else to do: the time to load what nobody has asked for yet. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const start = () => setIdle(true);
    // Not every Safari says when it is idle.
    if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 500);
  }, []);
  return isIdle;
}

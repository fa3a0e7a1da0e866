'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 1500;

/** Asks the server for the page's newest state while something is under way, and the page is looked at. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [active, router]);
  return active ? (
    <noscript>
      <p className="mb-3 text-fine text-quiet">Reload this page to see how far Gafu is.</p>
    </noscript>
  ) : null;
}

'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 1500;

/** Fetches the page's newest state while something is in progress and the page is visible. */
export function RefreshWhile({ active }: { active: boolean }) {
  const t = useTranslations('refresh');
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
      <p className="mb-3 text-fine text-quiet">{t('reload')}</p>
    </noscript>
  ) : null;
}

'use client';

import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { usePathname } from '@/i18n/navigation';

const longMs = 8_000;
/** Addresses that lead to no page. */
const noPage = /^\/(?:api|iiif|images|embed|oai|mcp|feed\.atom|sitemap)/;

/** A line at the top of the window while the next page is on its way, and words if that takes long. */
export function SlowNavigation() {
  const t = useTranslations('connection');
  const here = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<{ readonly from: string; readonly isLong: boolean } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = (event: MouseEvent) => {
      if (!leadsToPage(event)) return;
      clearTimeout(timer);
      setLeft({ from: here, isLong: false });
      timer = setTimeout(() => setLeft({ from: here, isLong: true }), longMs);
    };
    // A page that the browser brings back as it was left.
    const back = () => setLeft(null);
    document.addEventListener('click', leave);
    addEventListener('pageshow', back);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', leave);
      removeEventListener('pageshow', back);
    };
  }, [here]);
  const isLeaving = left?.from === here;
  return (
    <div role="status" className="contents">
      {isLeaving && <div className="leaving fixed inset-x-0 top-0 z-50 border-t-2 border-seal" />}
      {isLeaving && left.isLong && (
        <p className="fixed top-3 right-3 z-50 border border-edge bg-plinth px-4 py-2">{t('slow')}</p>
      )}
    </div>
  );
}

/** Whether a press takes this window to another page of the site. */
function leadsToPage({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return false;
  const link = target.closest('a');
  if (link === null || link.origin !== location.origin || link.download || link.target) return false;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  return !isHere && !noPage.test(link.pathname);
}

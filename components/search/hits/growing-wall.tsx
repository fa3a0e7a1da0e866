'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useEffect, useRef } from 'react';
import { Wall } from '@/components/works/wall';
import { Link } from '@/i18n/link';
import { useRouter } from '@/i18n/navigation';
import { listPageHref } from '@/lib/search/light-links';
import { type ShownPages, shownOf, withPage } from './shown-pages';
import { useLeaving } from './use-leaving';

interface GrowingWallProps {
  /** The list's accessible name. */
  label: string;
  /** The address of its first page. */
  list: string;
  /** The page that `children` are the tiles of. */
  page: number;
  pages: number;
  children: React.ReactNode;
}

/** Pages that come by themselves; after them one asks for more, so that what is below the wall can be reached. */
const automaticMax = 4;

/** The pages of lists that this visit has shown, by the address of a list's first page: for when one comes back. */
const visited = new Map<string, ShownPages>();

/**
 * A wall that gets its next page when its end comes near, while the address names the page in view. Without client
 * JavaScript each page has a wall of its own, and links lead on. Client messages: `wall`.
 */
export function GrowingWall({ label, list, page, pages, children }: GrowingWallProps) {
  const t = useTranslations('wall');
  const router = useRouter();
  const known = withPage(visited.get(list), page, children);
  const shown = shownOf(known, page);
  const first = shown[0]?.page ?? page;
  const wall = useRef<HTMLDivElement>(null);
  const more = useRef<HTMLElement>(null);
  const next = page < pages ? listPageHref(list, page + 1) : null;
  const leaving = useLeaving();

  useEffect(() => {
    visited.delete(list);
    visited.set(list, known);
    const [oldest] = visited.keys();
    if (visited.size > 5 && oldest !== undefined) visited.delete(oldest);
  });

  useEffect(() => {
    if (next === null || more.current === null || page - first + 1 >= automaticMax) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting || leaving.current) return;
        observer.disconnect();
        router.replace(next, { scroll: false });
      },
      { rootMargin: '0px 0px 60% 0px' },
    );
    observer.observe(more.current);
    return () => observer.disconnect();
  }, [next, page, first, router, leaving]);

  useEffect(() => {
    const markers = [...(wall.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
    if (markers.length === 0) return;
    const observer = new IntersectionObserver(
      () => {
        if (leaving.current) return;
        const passed = markers.filter((marker) => marker.getBoundingClientRect().top < innerHeight / 2);
        const inView = Number(passed.at(-1)?.dataset.page ?? first);
        const address = new URL(location.href);
        const href = new URL(listPageHref(list, inView), location.href);
        // The language of the page stays.
        if (address.search !== href.search)
          history.replaceState(null, '', `${address.pathname}${href.search}`);
      },
      { rootMargin: '0px 0px -50% 0px' },
    );
    for (const marker of markers) observer.observe(marker);
    return () => observer.disconnect();
  }, [list, first, shown.length, leaving]);

  return (
    <div ref={wall}>
      {first > 1 && (
        <nav aria-label={t('before')} className="mb-7">
          <Link href={listPageHref(list, first - 1)} rel="prev" className="button-quiet">
            <span aria-hidden="true">↑</span> {t('previous')}
          </Link>
        </nav>
      )}
      <Wall label={label}>
        {shown.map((one) => (
          <Fragment key={one.page}>
            {one.page > first && <li aria-hidden="true" data-page={one.page} className="page-start" />}
            {one.tiles}
          </Fragment>
        ))}
      </Wall>
      {pages > 1 && (
        <nav ref={more} aria-label={t('pages')} className="mt-14 flex flex-wrap items-center gap-x-6 gap-y-3">
          {next !== null && (
            <Link href={next} rel="next" replace scroll={false} className="button-quiet">
              {t('more')} <span aria-hidden="true">↓</span>
            </Link>
          )}
          <span className="text-quiet tabular-nums" role="status">
            {first === page ? t('page', { page, pages }) : t('to', { first, page, pages })}
          </span>
        </nav>
      )}
    </div>
  );
}

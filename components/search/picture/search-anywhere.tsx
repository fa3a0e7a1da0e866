'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { type GivenPicture } from '@/components/forms/use-picture-drop';
import { useIdle } from '@/components/layout/use-idle';
import { Link } from '@/i18n/link';
import { usePathname } from '@/i18n/navigation';
import { takesPictures } from './takes-pictures';

// With the form, what it needs, and its words: loaded when somebody searches.
const PictureDialog = lazy(() =>
  import('./picture-dialog').then((file) => ({ default: file.PictureDialog })),
);
// Without a connection it cannot be loaded, and a search is not possible.
const DropAnywhere = lazy(() => import('./drop-anywhere').catch(() => ({ default: () => null })));

/**
 * The way to search by a picture from every page: by this link, or by dropping or pasting a picture anywhere. Without
 * client JavaScript the link leads to the form on the home page. Client messages: `anywhere`.
 */
export function SearchAnywhere() {
  const t = useTranslations('anywhere');
  const pathname = usePathname();
  const [asked, setAsked] = useState<{ picture: GivenPicture | null } | null>(null);
  // Curators drop pictures to add them.
  const takesDrops = useIdle() && !pathname.startsWith('/admin');
  return (
    <>
      <Link
        href="/#picture-form"
        aria-label={t('search')}
        className="flex items-center gap-2 py-2 underline-offset-4 hover:underline"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || takesPictures()) return;
          event.preventDefault();
          setAsked({ picture: null });
        }}
      >
        <svg
          viewBox="0 0 20 20"
          className="size-5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          aria-hidden="true"
        >
          <path d="M2.5 6V2.5H6M14 2.5h3.5V6M17.5 14v3.5H14M6 17.5H2.5V14" />
          <circle cx="10" cy="10" r="3.4" />
        </svg>
        <span className="max-lg:sr-only">{t('search')}</span>
      </Link>
      {takesDrops && (
        <Suspense fallback={null}>
          <DropAnywhere onPicture={(picture) => setAsked({ picture })} />
        </Suspense>
      )}
      {asked && (
        <Suspense fallback={null}>
          <PictureDialog given={asked.picture} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { type GivenPicture, usePictureDrop } from '@/components/forms/use-picture-drop';
import { Link } from '@/i18n/link';
import { usePathname } from '@/i18n/navigation';

// With the form, what it needs, and its words: loaded when somebody searches.
const PictureDialog = lazy(() =>
  import('./picture-dialog').then((file) => ({ default: file.PictureDialog })),
);

/** Parts of a page that take pictures themselves. */
const takers = '[data-takes-pictures]';

/**
 * The way to search by a picture from every page: by this link, or by dropping or pasting a picture anywhere. Without
 * client JavaScript the link leads to the form on the home page. Client messages: `anywhere`.
 */
export function SearchAnywhere() {
  const t = useTranslations('anywhere');
  const pathname = usePathname();
  const [asked, setAsked] = useState<{ picture: GivenPicture | null } | null>(null);
  // Curators drop pictures to add them.
  const isOn = !pathname.startsWith('/admin');
  const over = usePictureDrop(
    isOn
      ? (picture) => {
          if (document.querySelector(takers) === null) setAsked({ picture });
        }
      : null,
  );
  return (
    <>
      <Link
        href="/#picture-form"
        aria-label={t('search')}
        className="flex items-center gap-2 py-2 underline-offset-4 hover:underline"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || document.querySelector(takers)) return;
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
      {over && document.querySelector(takers) === null && (
        <p className="pointer-events-none fixed inset-3 z-50 grid place-items-center border-2 border-seal bg-wall/90 font-serif text-title">
          {t('release')}
        </p>
      )}
      {asked && (
        <Suspense fallback={null}>
          <PictureDialog given={asked.picture} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  );
}

import { defineRouting } from 'next-intl/routing';

/** The languages of the pages: English without a prefix in the address, any other with one (`/ja/browse`). */
export const routing = defineRouting({
  locales: ['en'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  // The address alone says which language a page is in: a link shows everyone the same page.
  localeDetection: false,
  localeCookie: false,
});

import { defineRouting } from 'next-intl/routing';

/** The languages of the pages: English without a prefix in the address, any other with one (`/ja/browse`). */
export const routing = defineRouting({
  locales: ['en', 'ja'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  // Which language a visitor is led to: `preferredLocale`, docs/decisions/038.
  localeDetection: false,
  localeCookie: false,
});

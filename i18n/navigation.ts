import { usePathname as useNextPathname, useRouter as useNextRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { inLanguage, localeAddress } from './locale-address';

/** The path of the page without its language. */
export function usePathname(): string {
  return localeAddress(useNextPathname()).path;
}

/** A router that stays in the language of the page. */
export function useRouter(): ReturnType<typeof useNextRouter> {
  const router = useNextRouter();
  const locale = useLocale();
  return useMemo(
    () => ({
      ...router,
      push: (href, options) => router.push(inLanguage(locale, href), options),
      replace: (href, options) => router.replace(inLanguage(locale, href), options),
    }),
    [router, locale],
  );
}

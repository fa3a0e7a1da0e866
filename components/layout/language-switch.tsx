'use client';

import { useSearchParams } from 'next/navigation';
import { useLocale } from 'next-intl';
import { languageNames } from '@/i18n/languages';
import { inLanguage } from '@/i18n/locale-address';
import { usePathname } from '@/i18n/navigation';
import { routing } from '@/i18n/routing';

/** Links to this page in the other languages. The whole page is loaded, since its language is that of the document. */
export function LanguageSwitch({ className }: { className: string }) {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const current = useLocale();
  return routing.locales
    .filter((locale) => locale !== current)
    .map((locale) => (
      <a
        key={locale}
        href={inLanguage(locale, query === '' ? pathname : `${pathname}?${query}`)}
        lang={locale}
        hrefLang={locale}
        className={className}
        // The server renders a work's page at its address without the title.
        suppressHydrationWarning
      >
        {languageNames[locale]}
      </a>
    ));
}

import { type Metadata, type Viewport } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { preload } from 'react-dom';
import { ConnectionLater } from '@/components/connection/connection-later';
import { ClientMessages } from '@/components/layout/client-messages';
import { KeepForm } from '@/components/light-box/keep-button';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { routing } from '@/i18n/routing';
import { siteOrigin } from '@/lib/platform/site-origin';
import { preloadedFonts } from '../preloaded-fonts';
import '../globals.css';

// Every page carries a nonce, so none is rendered at build time.
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: t('title'), template: t('titleTemplate') },
    description: t('description'),
    applicationName: 'Gafu',
    openGraph: { siteName: 'Gafu', type: 'website' },
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#13110f' },
  ],
};

interface RootLayoutProps {
  params: Promise<{ locale: string }>;
  children: React.ReactNode;
}

export default async function RootLayout({ params, children }: RootLayoutProps) {
  const { locale } = await params;
  // An address that did not come by proxy.ts, whose first part is no language.
  if (!hasLocale(routing.locales, locale)) notFound();
  for (const href of preloadedFonts(locale))
    preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  const t = await getTranslations('site');
  return (
    <html lang={locale}>
      <body>
        <a
          href="#main"
          className="button sr-only focus:not-sr-only focus:fixed! focus:top-3! focus:left-3! focus:z-50 focus:inline-flex! focus:px-4! focus:py-2!"
        >
          {t('skip')}
        </a>
        <ClientMessages of={['anywhere', 'errors', 'keep', 'connection']}>
          <SiteHeader />
          <main id="main" tabIndex={-1} className="outline-none">
            {children}
          </main>
          <SiteFooter />
          <KeepForm />
          <ConnectionLater />
        </ClientMessages>
      </body>
    </html>
  );
}

import { type Metadata, type Viewport } from 'next';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { settings } from '@/lib/platform/settings';
import { fontVariables } from './fonts';
import './globals.css';

// Every page reads the catalogue or carries a nonce, so none is made at build time.
export const dynamic = 'force-dynamic';

export function generateMetadata(): Metadata {
  const { publicUrl, port } = settings();
  return {
    metadataBase: new URL(publicUrl ?? `http://localhost:${port}`),
    title: { default: 'Gafu — find paintings by how they are painted', template: '%s — Gafu' },
    description:
      'Give a picture; see paintings in the same style and paintings of the same content. Open-source style search (画風検索).',
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

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <a
          href="#main"
          className="button sr-only focus:not-sr-only focus:fixed! focus:top-3! focus:left-3! focus:z-50 focus:inline-flex! focus:px-4! focus:py-2!"
        >
          Skip to the content
        </a>
        <SiteHeader />
        <main id="main" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}

import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { SearchAnywhere } from '../search/picture/search-anywhere';
import { LightBoxLink } from '../light-box/light-box-link';
import { LanguageSwitch } from './language-switch';

const links = [
  { href: '/browse', name: 'browse' },
  { href: '/about', name: 'about' },
] as const;

/** The wordmark and the main navigation; the same on every page. */
export function SiteHeader() {
  const t = useTranslations('site');
  return (
    <header className="shell flex items-center justify-between gap-6 py-5 md:py-7">
      <Link href="/" className="flex items-center gap-3" aria-label={t('homeLink')}>
        <Mark className="size-5 text-seal" />
        <span className="flex items-baseline gap-2.5 font-serif">
          <span className="text-[1.625rem] leading-none font-medium tracking-[-0.02em]">Gafu</span>
          <span className="japanese-name relative top-[0.12em] text-base text-quiet max-sm:hidden" />
        </span>
      </Link>
      <nav aria-label={t('mainNavigation')} className="when-whole flex items-center gap-4 sm:gap-6">
        <LightBoxLink className="flex items-center gap-2 py-2 underline-offset-4 hover:underline" />
        <SearchAnywhere />
        {links.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            className={`py-2 underline-offset-4 hover:underline ${href === '/about' ? 'max-sm:hidden' : ''}`}
          >
            {t(name)}
          </Link>
        ))}
        <LanguageSwitch className="py-2 text-quiet underline-offset-4 hover:underline" />
        <span hidden />
      </nav>
    </header>
  );
}

/** The sign of Gafu: the upper triangle of a Gram matrix, which is what a style vector is read from. */
function Mark({ className }: { className: string }) {
  const cells = [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2, 3].slice(row).map((column) => `M${column * 6} ${row * 6}h5v5h-5z`),
  );
  return (
    <svg viewBox="0 0 23 23" className={className} aria-hidden="true" fill="currentColor">
      <path d={cells.join('')} />
    </svg>
  );
}

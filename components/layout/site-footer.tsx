import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';

const links = [
  { href: '/browse', name: 'browse' },
  { href: '/about', name: 'about' },
  { href: '/quality', name: 'quality' },
  { href: '/lightbox', name: 'lightBox' },
  { href: '/developers', name: 'api' },
  { href: '/admin', name: 'curators' },
] as const;

export function SiteFooter() {
  const t = useTranslations('site');
  return (
    <footer className="shell mt-auto pt-20 pb-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 border-t border-rule pt-5 text-fine text-quiet">
        <p>{t('footer')}</p>
        <nav aria-label={t('footerNavigation')} className="flex flex-wrap gap-x-6 gap-y-1">
          {links.map(({ href, name }) => (
            <Link key={href} href={href} className="link py-1">
              {t(name)}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}

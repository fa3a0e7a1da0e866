import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';

/** Shown when no work matches, with what to try next. */
export function EmptyResults({ title, clearHref }: { title: string; clearHref: string }) {
  const t = useTranslations('collection');
  const link = (href: string) => (text: React.ReactNode) => (
    <Link href={href} className="link text-ink">
      {text}
    </Link>
  );
  return (
    <div className="max-w-prose py-16">
      <p className="font-serif text-head">{title}</p>
      <p className="mt-3 text-quiet">{t.rich('emptyHelp', { clear: link(clearHref), home: link('/') })}</p>
    </div>
  );
}

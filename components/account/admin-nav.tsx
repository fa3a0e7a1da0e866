import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { includesRole, type Role } from '@/lib/auth/person';

const links = [
  { href: '/admin', name: 'add', role: 'curator' },
  { href: '/admin/batches', name: 'batches', role: 'curator' },
  { href: '/admin/works', name: 'works', role: 'curator' },
  { href: '/admin/makers', name: 'makers', role: 'curator' },
  { href: '/admin/imports', name: 'imports', role: 'curator' },
  { href: '/admin/jobs', name: 'jobs', role: 'curator' },
  { href: '/admin/export', name: 'export', role: 'curator' },
  { href: '/admin/people', name: 'people', role: 'administrator' },
  { href: '/admin/tokens', name: 'tokens', role: 'administrator' },
  { href: '/admin/log', name: 'log', role: 'administrator' },
  { href: '/admin/account', name: 'account', role: 'curator' },
] as const satisfies readonly { href: string; name: string; role: Role }[];

const entry = 'py-1.5 text-quiet underline-offset-4 hover:text-ink hover:underline md:py-2.5';

interface AdminNavProps {
  role: Role;
  /** The path of the page that is open, without a language. */
  current: string;
}

/** The curators' pages that somebody with this role may open, and the way out. */
export function AdminNav({ role, current }: AdminNavProps) {
  const t = useTranslations('adminNav');
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-6 border-y border-rule md:mb-10">
      <nav aria-label={t('label')} className="contents">
        {links
          .filter((link) => includesRole(role, link.role))
          .map(({ href, name }) => (
            <Link
              key={href}
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className={`${entry} aria-[current]:font-[550] aria-[current]:text-ink`}
            >
              {t(name)}
            </Link>
          ))}
      </nav>
      <form action="/admin/logout" method="post" className="ml-auto">
        <button type="submit" className={entry}>
          {t('signOut')}
        </button>
      </form>
    </div>
  );
}

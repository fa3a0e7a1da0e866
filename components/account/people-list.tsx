import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Person } from '@/lib/auth/person';

/** Everyone with an account, each a link to their page. */
export function PeopleList({ people }: { people: readonly Person[] }) {
  const t = useTranslations('people');
  if (people.length === 0) return <p className="text-quiet">{t('none')}</p>;
  return (
    <ul>
      {people.map(({ id, name, email, role, disabledAt }) => (
        <li key={id} className="border-b border-rule first:border-t">
          <Link
            href={`/admin/people/${id}`}
            className="group flex flex-wrap items-baseline justify-between gap-x-6 py-3"
          >
            <span className="min-w-0">
              <span className="block truncate font-[550] underline-offset-4 group-hover:underline">
                {name}
              </span>
              <span className="block truncate text-fine text-quiet">{email}</span>
            </span>
            <span className={disabledAt ? 'text-seal' : 'text-quiet'}>
              {disabledAt ? t('disabled') : t('role', { role })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

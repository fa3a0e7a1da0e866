import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { sources } from '@/lib/imports/sources';
import { SourceNote } from './source-note';

const byAddress = ['iiif', 'oai'];
const elsewhere = ['csv', 'starter'];
/** Museums, and Wikimedia Commons. */
const collections = sources.filter(({ name }) => ![...byAddress, ...elsewhere].includes(name));

/** The sources that a curator can search, each with what is peculiar to it. */
export function SourceList() {
  const t = useTranslations('imports');
  return (
    <>
      <Part id="museums" title={t('fromMuseums')} names={collections} />
      <Part
        id="addresses"
        title={t('fromAddresses')}
        names={sources.filter(({ name }) => byAddress.includes(name))}
      />
    </>
  );
}

function Part({ id, title, names }: { id: string; title: string; names: typeof sources }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-t border-ink pt-3 pb-3 font-serif text-head">
        {title}
      </h2>
      <ul className="grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
        {names.map(({ name, title: museum }) => (
          <li key={name} className="border-t border-rule py-3.5">
            <Link
              href={`/admin/imports/${name}`}
              className="font-serif text-read underline-offset-4 hover:underline"
            >
              {museum}
            </Link>
            <p className="mt-0.5 text-fine text-quiet">
              <SourceNote name={name} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

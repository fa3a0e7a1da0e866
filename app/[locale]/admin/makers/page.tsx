import { getTranslations } from 'next-intl/server';
import { Pager } from '@/components/collection/pager';
import { MakerLine } from '@/components/makers/maker-line';
import { Link } from '@/i18n/link';
import { database } from '@/lib/catalog/database';
import { likelyDuplicates, listMakers, makerNames } from '@/lib/catalog/maker-records.repository';
import { adminMetadata, adminPage } from '../admin-page';

export const generateMetadata = () => adminMetadata('makers');

const pageSize = 50;
const pageMax = 10_000;
const duplicatesMax = 20;

/** All makers, and which of them may be the same. */
export default adminPage('/admin/makers', async (_signedIn, { searchParams }) => {
  const { q, page: asked } = await searchParams;
  const text = typeof q === 'string' ? q : '';
  const number = Number(asked ?? 1);
  const page = Number.isInteger(number) && number >= 1 && number <= pageMax ? number : 1;
  const db = await database();
  const [t, { makers, total }, pairs] = await Promise.all([
    getTranslations('makers'),
    listMakers(db, { text, offset: (page - 1) * pageSize, limit: pageSize }),
    text === '' && page === 1 ? likelyDuplicates(db, { limit: duplicatesMax }) : [],
  ]);
  const names = await makerNames(
    db,
    pairs.flatMap(({ id, otherId }) => [id, otherId]),
  );
  return (
    <div className="max-w-4xl">
      <h1 className="mb-6 font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <form role="search" className="mb-6 flex gap-3">
        <input
          type="search"
          name="q"
          defaultValue={text}
          maxLength={200}
          aria-label={t('searchLabel')}
          placeholder={t('searchLabel')}
          className="field"
        />
        <button type="submit" className="button">
          {t('search')}
        </button>
      </form>
      {pairs.length > 0 && (
        <section aria-labelledby="duplicates" className="mb-10 border-l-2 border-seal pl-4">
          <h2 id="duplicates" className="font-[550]">
            {t('duplicates')}
          </h2>
          <p className="text-quiet">{t('duplicatesHelp')}</p>
          <ul className="mt-2">
            {pairs.map(({ id, otherId }) => (
              <li key={`${id} ${otherId}`} className="flex flex-wrap items-baseline gap-x-4 py-1">
                {t('pair', { name: names.get(id) ?? '', other: names.get(otherId) ?? '' })}
                <Link href={`/admin/makers/${id}#merge`} className="link py-1">
                  {t('compare')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p role="status" className="text-quiet">
        {total === 0 ? t('none') : t('count', { count: total })}
      </p>
      <ul className="mt-2">
        {makers.map((maker) => (
          <li key={maker.id}>
            <MakerLine maker={maker} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(other) =>
          `/admin/makers?${new URLSearchParams({ ...(text && { q: text }), page: String(other) })}`
        }
      />
    </div>
  );
});

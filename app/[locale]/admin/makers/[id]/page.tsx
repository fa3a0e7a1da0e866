import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { ProblemPage } from '@/components/layout/problem-page';
import { MakerForm } from '@/components/makers/maker-form';
import { MakerLine } from '@/components/makers/maker-line';
import { Link } from '@/i18n/link';
import { type Database, database } from '@/lib/catalog/database';
import {
  findMakerRecord,
  likelyDuplicates,
  type ListedMaker,
  listMakers,
} from '@/lib/catalog/maker-records.repository';
import { makerFormOf } from '@/lib/curation/edit-maker';
import { readRefusedForm } from '../../../../refused-form';
import { adminMetadata, adminPage } from '../../admin-page';

export const generateMetadata = () => adminMetadata('makers');

const candidatesMax = 10;

/** One maker's record, and merging it with another. */
export default adminPage<{ id: string }>(
  '/admin/makers/[id]',
  async (_signedIn, { params, searchParams }) => {
    const { id } = await params;
    const { saved, q } = await searchParams;
    const text = typeof q === 'string' ? q.trim() : '';
    const [t, db, jar] = await Promise.all([getTranslations('makers'), database(), cookies()]);
    const maker = await findMakerRecord(db, id);
    if (maker === null) return <MissingMaker />;
    const path = `/admin/makers/${id}`;
    const candidates = await mergeCandidates(db, id, text);
    return (
      <div className="max-w-3xl">
        <p>
          <Link href="/admin/makers" className="link py-1">
            {t('back')}
          </Link>
        </p>
        <h1 className="mt-2 font-serif text-title tracking-[-0.015em] wrap-anywhere">{maker.name}</h1>
        <p className="mt-2 text-quiet">
          {t('works', { count: maker.works })}{' '}
          {maker.works > 0 && (
            <Link href={`/browse?${new URLSearchParams({ artist: maker.name })}`} className="link">
              {t('seeWorks')}
            </Link>
          )}
        </p>
        {typeof saved === 'string' && (
          <div className="mt-6">
            <Notice title={saved === 'merged' ? t('merged', { count: maker.works }) : t('saved')} />
          </div>
        )}
        <div className="mt-8">
          <MakerForm
            action={`${path}/save`}
            saved={makerFormOf(maker)}
            refusal={readRefusedForm(jar, path)}
          />
        </div>
        <section aria-labelledby="merge" className="mt-14">
          <h2 id="merge" className="border-t border-ink pt-3 font-serif text-head">
            {t('merge')}
          </h2>
          <p className="mt-2 max-w-prose text-quiet">{t('mergeHelp')}</p>
          <form className="mt-5 flex gap-3" action={`${path}#merge`}>
            <input
              type="search"
              name="q"
              defaultValue={text}
              maxLength={200}
              aria-label={t('findLabel')}
              placeholder={t('findLabel')}
              className="field"
            />
            <button type="submit" className="button-quiet">
              {t('find')}
            </button>
          </form>
          {text !== '' && candidates.length === 0 && (
            <p role="status" className="mt-4 text-quiet">
              {t('noCandidates')}
            </p>
          )}
          <ul aria-label={t('candidates')} className="mt-3">
            {candidates.map((other) => (
              <li key={other.id}>
                <MakerLine maker={other}>
                  <form action={`${path}/merge`} method="post" encType="multipart/form-data">
                    <input type="hidden" name="other" value={other.id} />
                    <button type="submit" className="button-quiet">
                      {t('mergeWith', { name: other.name })}
                    </button>
                  </form>
                </MakerLine>
              </li>
            ))}
          </ul>
        </section>
      </div>
    );
  },
);

/** Records by the name that was looked for; else those that may be the same. */
async function mergeCandidates(db: Database, id: string, text: string): Promise<ListedMaker[]> {
  if (text !== '') {
    const { makers } = await listMakers(db, { text, offset: 0, limit: candidatesMax + 1 });
    return makers.filter((maker) => maker.id !== id).slice(0, candidatesMax);
  }
  const pairs = await likelyDuplicates(db, { of: id, limit: candidatesMax });
  const found = await Promise.all(pairs.map(({ otherId }) => findMakerRecord(db, otherId)));
  return found.filter((maker) => maker !== null);
}

async function MissingMaker() {
  const t = await getTranslations('makers');
  return (
    <ProblemPage status={404} title={t('missing')} detail={t('missingDetail')}>
      <Link href="/admin/makers" className="button">
        {t('back')}
      </Link>
    </ProblemPage>
  );
}

import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { BringInAll } from '@/components/imports/bring-in-all';
import { BringInBar } from '@/components/imports/bring-in-bar';
import { PreviewWall } from '@/components/imports/preview-wall';
import { SourceForm } from '@/components/imports/source-form';
import { SourceNote } from '@/components/imports/source-note';
import { UnansweredNotice } from '@/components/imports/unanswered-notice';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { Link } from '@/i18n/link';
import { parsePreviewQuery, type PreviewQuery } from '@/lib/imports/preview/preview-query';
import { type Source } from '@/lib/imports/source';
import { sourceNamed } from '@/lib/imports/sources';
import { toSearchParams } from '../../../../page-address';
import { readRefusedForm } from '../../../../refused-form';
import { adminMetadata, adminPage } from '../../admin-page';
import { checkImportAddress } from '../check-import-address';
import { MissingImport } from '../missing-import';
import { readPreview } from './read-preview';

export const generateMetadata = () => adminMetadata('imports');

/** A source: what can be asked of it, and the works that it answers with, to choose from. */
export default adminPage<{ source: string }>(
  '/admin/imports/[source]',
  async (_signedIn, { params, searchParams }) => {
    const { source: name } = await params;
    const isKnown = await checkImportAddress(`/admin/imports/${name}`).then(
      () => true,
      () => false,
    );
    if (!isKnown) return <MissingImport />;
    const t = await getTranslations('imports');
    const source = sourceNamed(name);
    const refusal = readRefusedForm(await cookies(), `/admin/imports/${name}`);
    const asked = toSearchParams(await searchParams);
    const query = parsePreviewQuery(source, asked);
    return (
      <>
        <Link href="/admin/imports" className="link text-quiet">
          {t('title')}
        </Link>
        <h1 className="mt-2 font-serif text-title tracking-[-0.015em]">{source.title}</h1>
        <p className="mt-3 max-w-prose text-quiet">
          <SourceNote name={source.name} />
        </p>
        <SourceForm source={source} choice={query.choice} />
        {refusal && (
          <div className="mt-8">
            <Notice role="alert" title={refusal.detail} />
          </div>
        )}
        {query.isAsked && (
          <Answer source={source} query={query} address={`/admin/imports/${name}?${asked}`} />
        )}
      </>
    );
  },
);

interface AnswerProps {
  source: Source;
  query: PreviewQuery;
  /** Of this page. */
  address: string;
}

async function Answer({ source, query, address }: AnswerProps) {
  const answer = await readPreview(source, query);
  const all = (total: number | null) => <BringInAll source={source.name} query={query} total={total} />;
  if (answer.kind === 'refused') return <Refused detail={answer.detail}>{all(null)}</Refused>;
  if (answer.kind === 'unanswered')
    return (
      <ClientMessages of={['refresh']}>
        <UnansweredNotice title={source.title} address={address} />
        {all(null)}
      </ClientMessages>
    );
  const { works, total, next } = answer.preview;
  return (
    <ClientMessages of={['selection']}>
      <PreviewWall source={source} query={query} works={works} total={total} next={next} />
      {works.some(({ canCome }) => canCome) && <BringInBar source={source.name} query={query} />}
      {works.length > 0 && all(total)}
    </ClientMessages>
  );
}

async function Refused({ detail, children }: { detail: string; children: React.ReactNode }) {
  const t = await getTranslations('imports');
  return (
    <div className="mt-10">
      <Notice role="alert" title={t('refused')}>
        {detail}
      </Notice>
      {children}
    </div>
  );
}

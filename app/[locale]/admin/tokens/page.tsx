import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ShownOnceNotice } from '@/components/account/shown-once-notice';
import { TokenForm } from '@/components/account/token-form';
import { TokenList } from '@/components/account/token-list';
import { Notice } from '@/components/layout/notice';
import { Link } from '@/i18n/link';
import { listTokens } from '@/lib/auth/tokens.repository';
import { database } from '@/lib/catalog/database';
import { readRefusedForm } from '../../../refused-form';
import { readShownOnce } from '../../../shown-once';
import { adminMetadata, adminPage } from '../admin-page';

export const generateMetadata = () => adminMetadata('tokens');

const path = '/admin/tokens';

export default adminPage(path, async (_signedIn, { searchParams }) => {
  const t = await getTranslations('tokens');
  const jar = await cookies();
  const [refusal, shown] = [readRefusedForm(jar, path), readShownOnce(jar, path)];
  const { saved } = await searchParams;
  return (
    <>
      <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <p className="mt-3 max-w-prose text-quiet">
        {t.rich('lead', {
          code: (text) => <code>{text}</code>,
          link: (text) => (
            <Link href="/developers" className="link">
              {text}
            </Link>
          ),
        })}
      </p>
      <div className="mt-6 empty:hidden">
        {shown && (
          <ShownOnceNotice
            title={t('madeTitle', { name: shown.name })}
            detail={t('madeDetail')}
            label={t('madeLabel')}
            secret={shown.secret}
          />
        )}
        {!shown && !refusal && saved === 'revoked' && <Notice title={t('revoked')} />}
      </div>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <TokenList tokens={await listTokens(await database())} now={new Date()} />
        <section aria-labelledby="make">
          <h2 id="make" className="mb-5 font-serif text-head">
            {t('createTitle')}
          </h2>
          {refusal && (
            <div className="mb-5">
              <Notice role="alert" title={refusal.detail} />
            </div>
          )}
          <TokenForm typed={refusal?.fields ?? {}} />
        </section>
      </div>
    </>
  );
});

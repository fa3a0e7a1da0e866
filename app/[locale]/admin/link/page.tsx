import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { LinkForm } from '@/components/account/link-form';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';
import { readOneTimeLink } from '@/lib/auth/one-time-link';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { type PageAddress } from '../../../page-address';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata } from '../admin-page';

export const generateMetadata = () => adminMetadata('oneTimeLink');

/** Where a one-time link leads: its owner sets a password. */
export default async function LinkPage({ searchParams }: PageAddress) {
  const { token } = await searchParams;
  const t = await getTranslations('oneTimeLink');
  const given = typeof token === 'string' ? token : '';
  const purpose = await readOneTimeLink(given).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'gone') return error;
    throw error;
  });
  if (purpose instanceof Problem)
    return (
      <ProblemPage status={problemKinds.gone.status} title={t('unusable')} detail={purpose.message}>
        <Link href="/admin" className="button">
          {t('signIn')}
        </Link>
      </ProblemPage>
    );
  return (
    <div className="shell max-w-2xl! py-10">
      <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <LinkForm
        token={given}
        person={purpose.person}
        refusal={readRefusedForm(await cookies(), '/admin/link')}
      />
    </div>
  );
}

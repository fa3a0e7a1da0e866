import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { InviteForm } from '@/components/account/invite-form';
import { PeopleList } from '@/components/account/people-list';
import { Notice } from '@/components/layout/notice';
import { listPeople } from '@/lib/auth/people.repository';
import { database } from '@/lib/catalog/database';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata, adminPage } from '../admin-page';

export const generateMetadata = () => adminMetadata('people');

export default adminPage('/admin/people', async () => {
  const t = await getTranslations('people');
  const refusal = readRefusedForm(await cookies(), '/admin/people');
  return (
    <>
      <h1 className="mb-8 font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PeopleList people={await listPeople(await database())} />
        <section aria-labelledby="invite">
          <h2 id="invite" className="mb-5 font-serif text-head">
            {t('inviteTitle')}
          </h2>
          {refusal && (
            <div className="mb-5">
              <Notice role="alert" title={refusal.detail} />
            </div>
          )}
          <InviteForm typed={refusal?.fields ?? {}} />
        </section>
      </div>
    </>
  );
});

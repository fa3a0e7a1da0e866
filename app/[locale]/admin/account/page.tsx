import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { AccountPart } from '@/components/account/account-part';
import { NameForm, OwnSessions, PasswordForm } from '@/components/account/own-account';
import { Notice } from '@/components/layout/notice';
import { sharedPersonId } from '@/lib/auth/person';
import { listSessions } from '@/lib/auth/sessions.repository';
import { database } from '@/lib/catalog/database';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata, adminPage } from '../admin-page';

export const generateMetadata = () => adminMetadata('account');

export default adminPage('/admin/account', async ({ person, sessionId }, { searchParams }) => {
  const t = await getTranslations('account');
  const { saved } = await searchParams;
  const refusal = readRefusedForm(await cookies(), '/admin/account');
  const isShared = person.id === sharedPersonId;
  const sessions = isShared ? [] : await listSessions(await database(), person.id);
  return (
    <div className="max-w-3xl">
      <h1 className="wrap-anywhere font-serif text-title tracking-[-0.015em]">
        {isShared ? t('title') : person.name}
      </h1>
      <p className="mt-3 max-w-prose wrap-anywhere text-quiet">
        {isShared ? t('shared') : t('details', { email: person.email, role: person.role })}
      </p>
      <div className="mt-6 empty:hidden">
        {refusal && <Notice role="alert" title={refusal.detail} />}
        {!refusal && typeof saved === 'string' && <Notice title={t('saved', { what: saved })} />}
      </div>
      {!isShared && (
        <div className="mt-8 space-y-10">
          <AccountPart title={t('name')}>
            <NameForm person={person} typed={refusal?.fields.name} />
          </AccountPart>
          <AccountPart title={t('password')}>
            <PasswordForm email={person.email} />
          </AccountPart>
          <AccountPart title={t('sessions')}>
            <OwnSessions sessions={sessions} currentId={sessionId} />
          </AccountPart>
        </div>
      )}
    </div>
  );
});

import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { AccountPart } from '@/components/account/account-part';
import { SessionList } from '@/components/account/own-account';
import { AccessForm, EndSessionsForm, ResetLinkForm, RoleForm } from '@/components/account/person-controls';
import { ShownOnceNotice } from '@/components/account/shown-once-notice';
import { ChangeList } from '@/components/audit/change-list';
import { Notice } from '@/components/layout/notice';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';
import { getPerson } from '@/lib/auth/people.repository';
import { listSessions } from '@/lib/auth/sessions.repository';
import { listChanges } from '@/lib/catalog/changes.repository';
import { database } from '@/lib/catalog/database';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { readRefusedForm } from '../../../../refused-form';
import { readShownOnce } from '../../../../shown-once';
import { adminMetadata, adminPage } from '../../admin-page';

export const generateMetadata = () => adminMetadata('people');

const recentChanges = 20;

export default adminPage<{ id: string }>(
  '/admin/people/[id]',
  async (_signedIn, { params, searchParams }) => {
    const t = await getTranslations('person');
    const { id } = await params;
    const db = await database();
    const person = await getPerson(db, id).catch((error: unknown) => {
      if (error instanceof Problem && error.kind === 'not-found') return null;
      throw error;
    });
    if (person === null) return <MissingPerson />;
    const path = `/admin/people/${id}`;
    const jar = await cookies();
    const [refusal, shown] = [readRefusedForm(jar, path), readShownOnce(jar, path)];
    const { saved } = await searchParams;
    const [sessions, { changes }] = await Promise.all([
      listSessions(db, id),
      listChanges(db, { actor: { kind: 'person', id } }, { offset: 0, limit: recentChanges }),
    ]);
    return (
      <div className="max-w-3xl">
        <h1 className="wrap-anywhere font-serif text-title tracking-[-0.015em]">{person.name}</h1>
        <p className="mt-3 wrap-anywhere text-quiet">{person.email}</p>
        <div className="mt-6 empty:hidden">
          {refusal && <Notice role="alert" title={refusal.detail} />}
          {shown && (
            <ShownOnceNotice
              title={t('linkTitle', { name: shown.name })}
              detail={t('linkDetail', { name: shown.name })}
              label={t('linkLabel')}
              secret={shown.secret}
            />
          )}
          {!refusal && !shown && typeof saved === 'string' && <Notice title={t('saved', { what: saved })} />}
        </div>
        <div className="mt-8 space-y-10">
          <AccountPart title={t('role')}>
            <RoleForm person={person} />
          </AccountPart>
          {!person.disabledAt && (
            <AccountPart title={t('password')}>
              <ResetLinkForm person={person} />
            </AccountPart>
          )}
          <AccountPart title={t('sessions')}>
            {sessions.length === 0 ? (
              <p className="text-quiet">{t('noSessions')}</p>
            ) : (
              <div className="space-y-4">
                <SessionList sessions={sessions} />
                <EndSessionsForm person={person} />
              </div>
            )}
          </AccountPart>
          <AccountPart title={t('access')}>
            <AccessForm person={person} />
          </AccountPart>
          <AccountPart title={t('changes')}>
            <ChangeList changes={changes} />
          </AccountPart>
        </div>
      </div>
    );
  },
);

async function MissingPerson() {
  const t = await getTranslations('person');
  return (
    <ProblemPage status={problemKinds['not-found'].status} title={t('missing')} detail="">
      <Link href="/admin/people" className="button">
        {t('back')}
      </Link>
    </ProblemPage>
  );
}

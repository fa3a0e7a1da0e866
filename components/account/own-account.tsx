import { useFormatter, useTranslations } from 'next-intl';
import { LabelledField } from '@/components/forms/labelled-field';
import { browserName } from '@/lib/auth/browser-name';
import { passwordLengths } from '@/lib/auth/password-lengths';
import { type Person } from '@/lib/auth/person';
import { type OpenSession } from '@/lib/auth/sessions.repository';

/** Changes one's own name. */
export function NameForm({ person, typed }: { person: Person; typed: string | undefined }) {
  const t = useTranslations('account');
  return (
    <form action="/admin/account/name" method="post" encType="multipart/form-data" className="space-y-4">
      <LabelledField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={100}
        autoComplete="name"
        defaultValue={typed ?? person.name}
      />
      <button type="submit" className="button-quiet">
        {t('saveName')}
      </button>
    </form>
  );
}

/** Changes one's own password. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account');
  return (
    <form action="/admin/account/password" method="post" encType="multipart/form-data" className="space-y-4">
      <input type="email" name="username" autoComplete="username" defaultValue={email} hidden />
      <LabelledField
        name="currentPassword"
        type="password"
        label={t('currentPassword')}
        required
        autoComplete="current-password"
      />
      <LabelledField
        name="newPassword"
        type="password"
        label={t('newPassword')}
        hint={t('newPasswordHint', { min: passwordLengths.min })}
        required
        minLength={passwordLengths.min}
        maxLength={passwordLengths.max}
        autoComplete="new-password"
      />
      <button type="submit" className="button-quiet">
        {t('savePassword')}
      </button>
    </form>
  );
}

interface OwnSessionsProps {
  sessions: readonly OpenSession[];
  /** The one that this page is read in. */
  currentId: string;
}

/** Where one is signed in, and how to end that everywhere else. */
export function OwnSessions({ sessions, currentId }: OwnSessionsProps) {
  const t = useTranslations('account');
  return (
    <div className="space-y-4">
      <SessionList sessions={sessions} currentId={currentId} />
      {sessions.length > 1 && (
        <form action="/admin/account/sessions" method="post">
          <button type="submit" className="button-quiet">
            {t('endOthers')}
          </button>
        </form>
      )}
    </div>
  );
}

export function SessionList({
  sessions,
  currentId,
}: {
  sessions: readonly OpenSession[];
  currentId?: string;
}) {
  const t = useTranslations('account');
  const format = useFormatter();
  return (
    <ul>
      {sessions.map(({ id, userAgent, createdAt }) => (
        <li
          key={id}
          className="flex flex-wrap justify-between gap-x-6 border-b border-rule py-2.5 first:border-t"
        >
          <span>
            {t('browser', nameOf(userAgent))}
            {id === currentId && <span className="text-quiet"> {t('here')}</span>}
          </span>
          <span className="text-quiet tabular-nums">
            {t('since', { when: format.dateTime(createdAt, 'moment') })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function nameOf(userAgent: string | null): { browser: string; system: string } {
  const { browser, system } = browserName(userAgent ?? '');
  return { browser: browser ?? 'unknown', system: system ?? 'unknown' };
}

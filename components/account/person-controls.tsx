import { useTranslations } from 'next-intl';
import { type Person } from '@/lib/auth/person';
import { RoleChoice } from './role-choice';

/** Changes what a person may do. */
export function RoleForm({ person }: { person: Person }) {
  const t = useTranslations('person');
  return (
    <form
      action={`/admin/people/${person.id}/role`}
      method="post"
      encType="multipart/form-data"
      className="space-y-4"
    >
      <RoleChoice chosen={person.role} isUnderHeading />
      <button type="submit" className="button-quiet">
        {t('saveRole')}
      </button>
    </form>
  );
}

/** Makes a link by which the person sets a new password. */
export function ResetLinkForm({ person }: { person: Person }) {
  const t = useTranslations('person');
  return (
    <form action={`/admin/people/${person.id}/link`} method="post" className="space-y-4">
      <p className="text-quiet">{t('linkHelp')}</p>
      <button type="submit" className="button-quiet">
        {t('makeLink')}
      </button>
    </form>
  );
}

/** Signs the person out everywhere. */
export function EndSessionsForm({ person }: { person: Person }) {
  const t = useTranslations('person');
  return (
    <form action={`/admin/people/${person.id}/sessions`} method="post">
      <button type="submit" className="button-quiet">
        {t('endSessions')}
      </button>
    </form>
  );
}

/** Disables the account, or enables it again. */
export function AccessForm({ person }: { person: Person }) {
  const t = useTranslations('person');
  const isDisabled = person.disabledAt !== null;
  return (
    <form
      action={`/admin/people/${person.id}/access`}
      method="post"
      encType="multipart/form-data"
      className="space-y-4"
    >
      <p className="text-quiet">{isDisabled ? t('enableHelp') : t('disableHelp')}</p>
      <input type="hidden" name="access" value={isDisabled ? 'enabled' : 'disabled'} />
      <button type="submit" className="button-quiet">
        {isDisabled ? t('enable') : t('disable')}
      </button>
    </form>
  );
}

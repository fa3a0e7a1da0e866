import { useTranslations } from 'next-intl';
import { LabelledField } from '@/components/forms/labelled-field';
import { RoleChoice } from './role-choice';

/** Makes an account for somebody. */
export function InviteForm({ typed }: { typed: Readonly<Record<string, string>> }) {
  const t = useTranslations('people');
  return (
    <form action="/admin/people/invite" method="post" encType="multipart/form-data" className="space-y-5">
      <LabelledField
        name="name"
        label={t('name')}
        required
        maxLength={100}
        autoComplete="off"
        defaultValue={typed.name}
      />
      <LabelledField
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        required
        autoComplete="off"
        defaultValue={typed.email}
      />
      <RoleChoice chosen={typed.role} />
      <button type="submit" className="button">
        {t('invite')}
      </button>
    </form>
  );
}

import { useTranslations } from 'next-intl';
import { LabelledField } from '@/components/forms/labelled-field';
import { type Refusal } from '@/components/forms/send-form';
import { Notice } from '@/components/layout/notice';
import { passwordLengths } from '@/lib/auth/password-lengths';
import { type Person } from '@/lib/auth/person';

interface LinkFormProps {
  token: string;
  /** Whom the link is for; null: for the first administrator, who has no account yet. */
  person: Person | null;
  refusal: (Refusal & { readonly fields: Readonly<Record<string, string>> }) | null;
}

/** Sets a password by a one-time link. */
export function LinkForm({ token, person, refusal }: LinkFormProps) {
  const t = useTranslations('oneTimeLink');
  const refusedId = refusal ? 'link-refused' : undefined;
  return (
    <form action="/admin/link/accept" method="post" encType="multipart/form-data" className="mt-6 space-y-5">
      <p className="max-w-prose wrap-anywhere font-serif text-read text-quiet">
        {person ? t('forPerson', { name: person.name, email: person.email }) : t('forFirst')}
      </p>
      {refusal && <Notice role="alert" id={refusedId} title={refusal.detail} />}
      <input type="hidden" name="token" value={token} />
      <div className="max-w-sm space-y-5">
        {person ? (
          <input type="email" name="username" autoComplete="username" defaultValue={person.email} hidden />
        ) : (
          <>
            <LabelledField
              name="name"
              label={t('name')}
              required
              maxLength={100}
              autoComplete="name"
              defaultValue={refusal?.fields.name}
            />
            <LabelledField
              name="email"
              type="email"
              label={t('email')}
              hint={t('emailHint')}
              required
              autoComplete="username"
              defaultValue={refusal?.fields.email}
            />
          </>
        )}
        <LabelledField
          name="password"
          type="password"
          label={t('password')}
          hint={t('passwordHint', { min: passwordLengths.min })}
          required
          minLength={passwordLengths.min}
          maxLength={passwordLengths.max}
          autoComplete="new-password"
          refusedId={refusedId}
        />
      </div>
      <button type="submit" className="button">
        {t('submit')}
      </button>
    </form>
  );
}

import { useTranslations } from 'next-intl';
import { LabelledField } from '@/components/forms/labelled-field';
import { type Refusal } from '@/components/forms/send-form';
import { Notice } from '@/components/layout/notice';
import { type SignInOptions } from '@/lib/auth/sign-in-options';

interface SignInFormProps {
  options: SignInOptions;
  refusal: (Refusal & { readonly fields: Readonly<Record<string, string>> }) | null;
  /** The page to go on to. */
  next: string | null;
}

/** Asks for a password and, once there are accounts, for an e-mail address. */
export function SignInForm({ options, refusal, next }: SignInFormProps) {
  const t = useTranslations('signIn');
  const help = options.accounts ? (options.sharedPassword ? 'helpBoth' : 'helpAccounts') : 'helpShared';
  const refusedId = refusal ? 'login-refused' : undefined;
  if (!options.accounts && !options.sharedPassword)
    return (
      <div className="mt-6 space-y-5">
        {refusal && <Notice role="alert" title={refusal.detail} />}
        <p className="max-w-prose font-serif text-read text-quiet">{t('notSetUp')}</p>
      </div>
    );
  return (
    <form action="/admin/login" method="post" encType="multipart/form-data" className="mt-6 space-y-5">
      <p className="max-w-prose font-serif text-read text-quiet">{t(help)}</p>
      {refusal && <Notice role="alert" id={refusedId} title={refusal.detail} />}
      <input type="hidden" name="next" value={next ?? refusal?.fields.next ?? ''} />
      <div className="max-w-sm space-y-5">
        {options.accounts ? (
          <LabelledField
            name="email"
            type="email"
            label={t('email')}
            hint={options.sharedPassword ? t('emailHint') : undefined}
            required={!options.sharedPassword}
            autoComplete="username"
            defaultValue={refusal?.fields.email}
            refusedId={refusedId}
          />
        ) : (
          // For password managers, which store a password with a name.
          <input type="text" name="username" autoComplete="username" defaultValue="curator" hidden />
        )}
        <LabelledField
          name="password"
          type="password"
          label={t('password')}
          required
          autoComplete="current-password"
          refusedId={refusedId}
        />
      </div>
      <button type="submit" className="button">
        {t('submit')}
      </button>
    </form>
  );
}

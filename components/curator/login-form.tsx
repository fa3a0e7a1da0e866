import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { type Refusal } from '@/components/forms/send-form';

export function LoginForm({ refusal }: { refusal: Refusal | null }) {
  const t = useTranslations('curator');
  return (
    <form action="/admin/login" method="post" encType="multipart/form-data" className="mt-6 space-y-5">
      <p className="max-w-prose font-serif text-read text-quiet">{t('passwordHelp')}</p>
      {refusal && <Notice role="alert" id="login-refused" title={refusal.detail} />}
      {/* For password managers, which store a password with a name. */}
      <input type="text" name="username" autoComplete="username" defaultValue="curator" hidden />
      <div className="max-w-sm">
        <label htmlFor="password" className="mb-1.5 block">
          {t('password')}
        </label>
        <input
          id="password"
          type="password"
          name="password"
          required
          autoComplete="current-password"
          aria-describedby={refusal ? 'login-refused' : undefined}
          className="field"
        />
      </div>
      <button type="submit" className="button">
        {t('signIn')}
      </button>
    </form>
  );
}

import { Notice } from '@/components/layout/notice';
import { type Refusal } from '@/components/forms/send-form';

export function LoginForm({ refusal }: { refusal: Refusal | null }) {
  return (
    <form action="/admin/login" method="post" encType="multipart/form-data" className="mt-6 space-y-5">
      <p className="max-w-prose font-serif text-read text-quiet">
        Who hangs the pictures signs in with the curator password. It was printed when Gafu first started, or
        is set as ADMIN_PASSWORD.
      </p>
      {refusal && <Notice role="alert" id="login-refused" title={refusal.detail} />}
      {/* For password managers, which file a password under a name. */}
      <input type="text" name="username" autoComplete="username" defaultValue="curator" hidden />
      <div className="max-w-sm">
        <label htmlFor="password" className="mb-1.5 block">
          Password
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
        Sign in
      </button>
    </form>
  );
}

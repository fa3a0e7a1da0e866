import { useTranslations } from 'next-intl';
import { LabelledField } from '@/components/forms/labelled-field';
import { scopes } from '@/lib/auth/scope';
import { tokenDays } from '@/lib/auth/token-days';

/** Makes an API token. */
export function TokenForm({ typed }: { typed: Readonly<Record<string, string>> }) {
  const t = useTranslations('tokens');
  return (
    <form action="/admin/tokens/create" method="post" encType="multipart/form-data" className="space-y-5">
      <LabelledField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={100}
        autoComplete="off"
        defaultValue={typed.name}
      />
      <fieldset>
        <legend className="mb-1.5">{t('scopes')}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="flex gap-3 py-1.5">
            <input
              type="checkbox"
              name={scope}
              defaultChecked={typed[scope] !== undefined}
              className="mt-1 size-4 shrink-0 accent-seal"
            />
            <span>
              <code>{scope}</code>
              <span className="block text-fine text-quiet">
                {t('scopeHelp', { scope: scope.replace(':', '_') })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <label htmlFor="days" className="mb-1.5 block">
          {t('lifetime')}
        </label>
        <select id="days" name="days" defaultValue={typed.days ?? '90'} className="field">
          {tokenDays.map((days) => (
            <option key={days} value={days}>
              {t('days', { days })}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t('create')}
      </button>
    </form>
  );
}

import { useTranslations } from 'next-intl';
import { wellKnownRights } from '@/lib/rights/rights';

/** A well-known statement, or another one in words. */
export function RightsField({ fields, other }: { fields: Readonly<Record<string, string>>; other: string }) {
  const t = useTranslations('editing');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <label htmlFor="rights.statement" className="block text-fine text-quiet">
          {t('statement')}
        </label>
        <select
          id="rights.statement"
          name="rights.statement"
          defaultValue={fields['rights.statement'] ?? ''}
          className="field mt-1"
        >
          <option value="">{t('noRights')}</option>
          {wellKnownRights.map(({ label, url }) => (
            <option key={url} value={url}>
              {label}
            </option>
          ))}
          <option value={other}>{t('otherRights')}</option>
        </select>
      </div>
      {(['label', 'url'] as const).map((name) => (
        <label key={name} className="block text-fine text-quiet">
          {t(name === 'label' ? 'rightsLabel' : 'rightsUrl')}
          <input
            name={`rights.${name}`}
            maxLength={name === 'label' ? 200 : 500}
            defaultValue={fields[`rights.${name}`] ?? ''}
            className="field mt-1 text-base text-ink"
          />
        </label>
      ))}
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { SubmitOnChange } from '@/components/forms/submit-on-change';

interface SortFormProps {
  /** The path of the list. */
  action: string;
  /** What the list keeps when its order changes. */
  kept: readonly [name: string, value: string][];
  /** The present order's value. */
  sort: string;
  choices: readonly { readonly value: string; readonly label: string }[];
}

/** The order of a list of works: chosen at once, or by a button without client JavaScript. */
export function SortForm({ action, kept, sort, choices }: SortFormProps) {
  const t = useTranslations('browse');
  return (
    <SubmitOnChange action={action} className="flex items-center gap-2 sm:ml-auto">
      <HiddenFields fields={kept} />
      <label htmlFor="sort" className="text-quiet max-sm:sr-only">
        {t('sortBy')}
      </label>
      <select
        id="sort"
        name="sort"
        defaultValue={sort}
        className="min-h-10 border border-edge bg-wall px-2 hover:border-ink"
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="button-quiet">
          {t('sort')}
        </button>
      </noscript>
    </SubmitOnChange>
  );
}

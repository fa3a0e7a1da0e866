import { useFormatter, useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { previewParameters, type PreviewQuery } from '@/lib/imports/preview/preview-query';

interface BringInAllProps {
  /** The name of the source. */
  source: string;
  query: PreviewQuery;
  /** How many works the list has, as far as that is known. */
  total: number | null;
}

const suggestedMax = 100;

/** Brings in all of a list, or the first works of it, seen or not. */
export function BringInAll({ source, query, total }: BringInAllProps) {
  const t = useTranslations('imports');
  const format = useFormatter();
  return (
    <form
      action={`/admin/imports/${source}/start`}
      method="post"
      encType="multipart/form-data"
      aria-label={t('bringAll')}
      className="mt-10 flex flex-wrap items-end gap-x-4 gap-y-3 border-t border-rule pt-5"
    >
      <HiddenFields fields={previewParameters(query)} />
      <input type="hidden" name="which" value="all" />
      <div>
        <label htmlFor="max" className="mb-1.5 block">
          {t('atMost')}
        </label>
        <input
          id="max"
          name="max"
          type="number"
          min={1}
          max={1_000_000}
          defaultValue={total === null ? suggestedMax : Math.min(suggestedMax, Math.max(1, total))}
          aria-describedby="max-hint"
          className="field w-32!"
        />
      </div>
      <button type="submit" className="button-quiet min-h-11!">
        {total === null ? t('bringAll') : t('bringAllOf', { total: format.number(total) })}
      </button>
      <p id="max-hint" className="w-full text-fine text-quiet">
        {t('atMostHint')}
      </p>
    </form>
  );
}

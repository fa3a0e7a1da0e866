import { useTranslations } from 'next-intl';
import { selectionForm } from '@/components/curator/works/selection-form';
import { TickedCount } from '@/components/curator/works/ticked-count';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { previewParameters, type PreviewQuery } from '@/lib/imports/preview/preview-query';

interface BringInBarProps {
  /** The name of the source. */
  source: string;
  query: PreviewQuery;
}

/** Brings in the works that are ticked. Client messages: `selection`. */
export function BringInBar({ source, query }: BringInBarProps) {
  const t = useTranslations('imports');
  return (
    <form
      id={selectionForm}
      action={`/admin/imports/${source}/start`}
      method="post"
      encType="multipart/form-data"
      aria-label={t('bringTicked')}
      className="sticky bottom-0 z-10 mt-10 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-ink bg-wall py-3"
    >
      <HiddenFields fields={previewParameters(query)} />
      <input type="hidden" name="which" value="ticked" />
      <button type="submit" className="button">
        {t('bringTicked')}
      </button>
      <TickedCount />
    </form>
  );
}

import { useTranslations } from 'next-intl';
import { type SampleState } from '@/lib/curation/sample-decision';
import { restorableDays } from '@/lib/catalog/deletion-period';
import { Gap } from '@/components/layout/gap';

const offered = {
  shown: ['hide-samples', 'remove-samples'],
  hidden: ['show-samples', 'remove-samples'],
  removed: ['show-samples'],
} as const satisfies Record<SampleState['decision'], readonly string[]>;

/** Whether visitors see the works that Gafu made itself, and what changes that. */
export function SampleSwitch({ state: { decision, works } }: { state: SampleState }) {
  const t = useTranslations('imports.samples');
  if (works === 0 && decision === 'shown') return null;
  return (
    <section aria-labelledby="samples">
      <h2 id="samples" className="border-t border-ink pt-3 font-serif text-head">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-prose text-quiet">
        {t('lead')}
        <Gap />
        {t(decision, { count: works, days: restorableDays })}
      </p>
      <form
        action="/admin/imports/decide"
        method="post"
        encType="multipart/form-data"
        className="mt-4 flex flex-wrap gap-3"
      >
        {offered[decision].map((action) => (
          <button key={action} type="submit" name="action" value={action} className="button-quiet">
            {t(action)}
          </button>
        ))}
      </form>
    </section>
  );
}

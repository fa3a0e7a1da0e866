import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { type BatchRow } from '@/lib/batch/batch-view';

/** What has become of a batch that is done. Nothing is drawn before. */
export function BatchSummary({ rows }: { rows: readonly BatchRow[] }) {
  const t = useTranslations('batch');
  const inState = (state: BatchRow['state']) => rows.filter((row) => row.state === state);
  const [added, replaced, skipped, refused] = (['added', 'replaced', 'skipped', 'refused'] as const).map(
    inState,
  );
  const done = (added?.length ?? 0) + (replaced?.length ?? 0) + (skipped?.length ?? 0);
  if (done === 0 || done + (refused?.length ?? 0) < rows.length) return null;
  const figures = [
    ['added', added],
    ['replaced', replaced],
    ['skipped', skipped],
    ['refused', refused],
  ] as const;
  return (
    <section aria-labelledby="summary" className="border-y border-ink py-5">
      <h2 id="summary" className="font-serif text-head">
        {t('done')}
      </h2>
      <dl className="mt-3 flex flex-wrap gap-x-12 gap-y-3">
        {figures.map(([name, files = []]) => (
          <div key={name}>
            <dt className="text-fine text-quiet">{t(`summary.${name}`)}</dt>
            <dd className="text-head tabular-nums">{files.length}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <Link href="/admin/works?sort=newest" prefetch={false} className="link">
          {t('toWorks')}
        </Link>
        <Link href="/admin/batches" prefetch={false} className="link">
          {t('toBatches')}
        </Link>
      </p>
    </section>
  );
}

import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type BatchRow, type FileState } from '@/lib/batch/batch-view';
import { type ArrivalOutcome, arrivalOutcomes } from '@/lib/catalog/arrivals';

/** How files end that are settled. A replaced picture updates a work; one that is left out leaves all as it was. */
const outcomes: Partial<Record<FileState, ArrivalOutcome>> = {
  added: 'added',
  replaced: 'updated',
  skipped: 'unchanged',
  refused: 'refused',
};

/** What has become of a batch that is done. Nothing is drawn before. Client messages: `arrivals`, `batch`. */
export function BatchSummary({ rows }: { rows: readonly BatchRow[] }) {
  const t = useTranslations('batch');
  const arrivals = useTranslations('arrivals');
  const format = useFormatter();
  const ended = rows.flatMap(({ state }) => outcomes[state] ?? []);
  if (ended.length < rows.length || ended.every((outcome) => outcome === 'refused')) return null;
  const said = arrivalOutcomes.map((outcome) =>
    arrivals(outcome, { count: ended.filter((one) => one === outcome).length }),
  );
  return (
    <section aria-labelledby="summary" className="border-y border-ink py-5">
      <h2 id="summary" className="font-serif text-head">
        {t('done')}
      </h2>
      <p className="mt-2 tabular-nums">{format.list(said, 'unit')}</p>
      <p className="mt-4 flex flex-wrap gap-x-6">
        <Link href="/admin/works?sort=newest" className="link">
          {t('toWorks')}
        </Link>
        <Link href="/admin/batches" className="link">
          {t('toBatches')}
        </Link>
      </p>
    </section>
  );
}

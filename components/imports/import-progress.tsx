import { useFormatter, useTranslations } from 'next-intl';
import { importOutcomes } from '@/lib/catalog/imports.repository';
import { type ImportReport } from '@/lib/imports/import-reports';

/** How far an import is, in a bar and in words, and what it has brought. */
export function ImportProgress({ report }: { report: ImportReport }) {
  const t = useTranslations('imports');
  const arrivals = useTranslations('arrivals');
  const format = useFormatter();
  const { phase, counts, done, total, problem, nextTry } = report;
  const isOver = phase === 'finished' || phase === 'cancelled';
  const outcomes = importOutcomes.flatMap((outcome) =>
    counts[outcome] === 0 ? [] : [arrivals(outcome, { count: counts[outcome] })],
  );
  return (
    <>
      <p className="mt-1">
        {t(`phases.${phase}`)}
        {!isOver && total !== null && ` ${t('doneOf', { done, total })}`}
        {phase === 'resting' &&
          nextTry &&
          ` ${t('nextTry', { when: format.relativeTime(nextTry, new Date()) })}`}
      </p>
      {!isOver && (
        <progress
          aria-label={t('progress')}
          max={total ?? 1}
          value={total === null ? (phase === 'running' ? undefined : 0) : Math.min(done, total)}
          className="mt-2 block h-1 w-full max-w-xl"
        />
      )}
      {problem && <p className="mt-2 max-w-prose wrap-anywhere text-seal">{problem}</p>}
      {outcomes.length > 0 && <p className="mt-1 text-quiet">{format.list(outcomes, 'unit')}</p>}
    </>
  );
}

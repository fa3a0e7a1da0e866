import { useFormatter, useTranslations } from 'next-intl';
import { type JobOverview } from '@/lib/ingest/jobs/job-overview';
import { JobForm } from './job-form';

/** In a sentence what the workers do, and the button that changes it. */
export function JobState({ overview }: { overview: JobOverview }) {
  const t = useTranslations('jobs');
  const isPaused = overview.pausedSince !== null;
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-10 gap-y-4 border-t border-ink py-5">
      <p role="status" className="max-w-prose font-serif text-read">
        <StateSentence overview={overview} />
      </p>
      <JobForm action={isPaused ? 'resume' : 'pause'} className={isPaused ? 'button' : 'button-quiet'}>
        {t(isPaused ? 'resume' : 'pause')}
      </JobForm>
    </div>
  );
}

function StateSentence({ overview }: { overview: JobOverview }) {
  const t = useTranslations('jobs');
  const format = useFormatter();
  const { pausedSince, workers, pending, waiting } = overview;
  if (pausedSince) return t('paused', { since: format.relativeTime(pausedSince, new Date()) });
  if (pending === 0) return t(workers === 0 ? 'idleWithoutWorker' : 'idle');
  if (waiting?.reason.kind === 'in-hand')
    return t('inHand', { count: pending, until: format.relativeTime(waiting.reason.until, new Date()) });
  if (workers === 0) return t('noWorker', { count: pending });
  if (waiting?.reason.kind === 'no-job') return t('noJob', { count: pending });
  return t('working', { count: pending });
}

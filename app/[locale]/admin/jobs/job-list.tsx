import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type JobReport } from '@/lib/ingest/jobs/job-overview';
import { TaskName } from './task-name';
import { workHref } from '@/lib/catalog/work-address';

interface JobListProps {
  id: string;
  title: string;
  jobs: readonly JobReport[];
  kind: 'running' | 'retrying';
}

/** Jobs that run, or that are tried again by themselves. Nothing is drawn if there are none. */
export function JobList({ id, title, jobs, kind }: JobListProps) {
  const t = useTranslations('jobs');
  const format = useFormatter();
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-serif text-head">
        {title}
      </h2>
      <ul>
        {jobs.map(({ id: jobId, task, artwork, attempts, at, reason }) => (
          <li key={jobId} className="border-b border-rule py-3">
            <p>
              <TaskName task={task} />
              {artwork && (
                <>
                  {': '}
                  <Link href={workHref(artwork)} className="link font-serif italic">
                    {artwork.title}
                  </Link>
                </>
              )}
            </p>
            <p className="text-fine text-quiet">
              {t(kind === 'running' ? 'begun' : 'nextTry', {
                when: format.relativeTime(at, new Date()),
                attempts,
              })}
              {kind === 'retrying' && reason && ` ${t('lastReason', { reason })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

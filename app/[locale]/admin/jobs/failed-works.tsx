import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { workHref } from '@/lib/catalog/work-address';
import { renditionUrl } from '@/lib/images/rendition-url';
import { type JobOverview, type JobReport } from '@/lib/ingest/jobs/job-overview';
import { JobForm } from './job-form';
import { TaskName } from './task-name';

interface FailedWorksProps {
  failed: JobOverview['failedWorks'];
  /** Given up, too, and not for a work. */
  other: readonly JobReport[];
}

/** What was given up, each with its reason in words and a button that tries it again. */
export function FailedWorks({ failed, other }: FailedWorksProps) {
  const t = useTranslations('jobs');
  const { total, works } = failed;
  if (total + other.length === 0) return null;
  return (
    <section aria-labelledby="failed">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="failed" className="font-serif text-head">
          {t('failed')}
        </h2>
        <JobForm action="retry-all" className="button-quiet">
          {t('retryAll')}
        </JobForm>
      </div>
      <ul className="mt-2">
        {works.map((work) => (
          <FailedWork key={work.id} work={work} />
        ))}
        {other.map((job) => (
          <OtherJob key={job.id} job={job} />
        ))}
      </ul>
      {total > works.length && (
        <p className="py-3 text-quiet">{t('more', { count: total - works.length })}</p>
      )}
    </section>
  );
}

function FailedWork({ work: { id, title, artist, image, failure } }: { work: Artwork }) {
  const t = useTranslations('jobs');
  const words = useTranslations('artwork');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-rule py-3 sm:flex-nowrap">
      <img
        src={renditionUrl(image.key, 224)}
        alt=""
        loading="lazy"
        className="size-14 shrink-0 object-cover"
        style={{ backgroundColor: image.colour }}
      />
      <div className="min-w-0 flex-1 basis-60">
        <Link href={workHref({ id, title })} className="block truncate font-serif italic hover:underline">
          {title}
        </Link>
        <p className="truncate text-fine text-quiet">{artist ?? words('unknownArtist')}</p>
        <p className="text-fine text-seal">{failure ?? t('noReason')}</p>
      </div>
      <JobForm action="retry" work={id} label={t('retryWork', { title })} className="button-quiet">
        {t('retry')}
      </JobForm>
    </li>
  );
}

function OtherJob({ job: { task, at, attempts, reason } }: { job: JobReport }) {
  const t = useTranslations('jobs');
  const format = useFormatter();
  return (
    <li className="border-b border-rule py-3">
      <p>
        <TaskName task={task} />
      </p>
      <p className="text-fine text-quiet">
        {t('givenUp', { when: format.relativeTime(at, new Date()), attempts })}
      </p>
      <p className="text-fine text-seal">{reason ?? t('noReason')}</p>
    </li>
  );
}

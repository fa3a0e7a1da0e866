import { useFormatter, useTranslations } from 'next-intl';
import { type JobOverview } from '@/lib/ingest/jobs/job-overview';

/** The numbers of the jobs, each with its name. */
export function JobFigures({ overview }: { overview: JobOverview }) {
  const t = useTranslations('jobs.figures');
  const format = useFormatter();
  const { pending, running, failedWorks, failedJobs, workers, throughput, indexWaiting } = overview;
  const { perMinute, minutesLeft } = throughput;
  const figures = [
    [t('waiting'), format.number(Math.max(0, pending - running.length))],
    [t('running'), format.number(running.length)],
    [t('failed'), format.number(failedWorks.total + failedJobs.length)],
    [t('workers'), format.number(workers)],
    [
      t('rate'),
      perMinute === null
        ? t('none')
        : format.number(perMinute, { maximumFractionDigits: perMinute < 10 ? 1 : 0 }),
    ],
    [t('timeLeft'), minutesLeft === null ? t('none') : <TimeLeft key="left" minutes={minutesLeft} />],
    [
      t('index'),
      indexWaiting === null || indexWaiting === 0 ? t('current') : t('behind', { count: indexWaiting }),
    ],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-px border-y border-rule bg-rule sm:grid-cols-4 lg:grid-cols-7">
      {figures.map(([name, value]) => (
        <div
          key={name}
          className="flex flex-col-reverse justify-end bg-wall max-lg:last:col-span-2 py-4 pr-4 max-lg:pl-3 lg:pl-4"
        >
          <dt className="text-fine text-quiet">{name}</dt>
          <dd className="font-serif text-head">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function TimeLeft({ minutes }: { minutes: number }) {
  const t = useTranslations('jobs.figures');
  if (minutes < 1) return t('underAMinute');
  const whole = Math.round(minutes);
  return whole < 60
    ? t('minutes', { whole })
    : t('hours', { hours: Math.floor(whole / 60), minutes: whole % 60 });
}

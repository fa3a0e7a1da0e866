import { useTranslations } from 'next-intl';
import { type SearchHit } from '@/lib/search/search-hits';
import { type SearchResult } from '@/lib/search/search.service';
import { type Period, periodsOf } from '@/lib/search/timeline';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { Hits } from './hits';

interface TimelineProps {
  /** The nearest works, on one page. */
  result: SearchResult;
  kinds: readonly EmbeddingKind[];
}

/** The nearest works by when they were made: a row for each period, as long as many works were made in it. */
export function Timeline({ result, kinds }: TimelineProps) {
  const t = useTranslations('search');
  const { periods, undated } = periodsOf(result.hits, ({ artwork }) => artwork.year);
  const labelOf = usePeriodLabel();
  const most = Math.max(...periods.map(({ works }) => works.length), 1);
  return (
    <div className="mt-7 space-y-7">
      <p className="text-fine text-quiet">{t('timelineHelp', { count: result.hits.length })}</p>
      {periods.map((period, at) => (
        <Row
          key={period.from}
          result={result}
          kinds={kinds}
          label={labelOf(period)}
          works={period.works}
          share={period.works.length / most}
          isFirst={at === 0}
        />
      ))}
      {undated.length > 0 && (
        <Row result={result} kinds={kinds} label={t('undated')} works={undated} share={0} isFirst={false} />
      )}
    </div>
  );
}

interface RowProps extends TimelineProps {
  label: string;
  works: readonly SearchHit[];
  /** Of the period with most works, 0 … 1. */
  share: number;
  isFirst: boolean;
}

function Row({ result, kinds, label, works, share, isFirst }: RowProps) {
  const t = useTranslations('artwork');
  return (
    <section
      aria-label={label}
      className="gap-x-6 border-t border-ink pt-2.5 md:grid md:grid-cols-[8rem_1fr]"
    >
      <div className="mb-3">
        <h2 className="flex flex-wrap items-baseline gap-x-3 font-serif text-read">
          {label}
          <span className="font-sans text-fine text-quiet">{t('count', { count: works.length })}</span>
        </h2>
        <div aria-hidden="true" className="mt-1.5 h-1 bg-edge" style={{ width: `${share * 100}%` }} />
      </div>
      <div className="min-w-0">
        <Hits
          result={{ ...result, hits: works }}
          kinds={kinds}
          size="column"
          label={label}
          isFirst={isFirst}
          isRanked={false}
        />
      </div>
    </section>
  );
}

/** "1870–1879", "110–101 BCE" */
function usePeriodLabel(): (period: Pick<Period<unknown>, 'from' | 'to'>) => string {
  const t = useTranslations('artwork');
  const label = (year: number) => (year < 0 ? t('yearBefore', { year: String(-year) }) : String(year));
  return ({ from, to }) => {
    const [year, end] = [from < 0 && to < 0 ? String(-from) : label(from), label(to)];
    return from < 0 ? `${year}–${end}` : t('dates.range', { text: `${year}–${end}`, year, end });
  };
}

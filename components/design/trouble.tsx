import { useTranslations } from 'next-intl';
import { EmptyResults } from '@/components/collection/empty-results';
import { ProblemDrawing } from '@/components/layout/problem-drawing';
import { Specimen, State } from './specimen';

const statuses = [0, 400, 403, 404, 410, 500, 503] as const;

/** What stands where something is missing. */
export function Trouble() {
  const t = useTranslations('design');
  return (
    <Specimen id="trouble" title={t('trouble')}>
      <div className="grid grid-cols-2 gap-8 md:grid-cols-4">
        {statuses.map((status) => (
          <State key={status} name={status === 0 ? 'offline' : String(status)}>
            <ProblemDrawing status={status} />
          </State>
        ))}
      </div>
      <State name="EmptyResults">
        <EmptyResults title={t('empty')} clearHref="/browse" />
      </State>
    </Specimen>
  );
}

import { useTranslations } from 'next-intl';
import { StrengthChart } from '@/components/charts/strength-chart';
import { type StrengthScales } from '@/lib/search/strength/strength';
import { networkKinds } from '@/lib/vision/embedding';
import { Part } from './part';

/** How close works are to each other anyway, and below which line a match is weak. */
export function StrengthPart({ scales }: { scales: StrengthScales }) {
  const t = useTranslations('quality.strength');
  const known = networkKinds.flatMap((kind) => {
    const scale = scales[kind];
    return scale ? [{ kind, scale }] : [];
  });
  const isOwn = known.every(({ scale }) => scale.source === 'collection');
  return (
    <Part
      id="strength"
      title={t('title')}
      figures={
        known.length > 0 && (
          <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2">
            {known.map(({ kind, scale }) => (
              <StrengthChart key={kind} kind={kind} scale={scale} />
            ))}
          </div>
        )
      }
    >
      <p>{t('text', { source: isOwn ? 'collection' : 'shipped' })}</p>
      <p>{t('line')}</p>
      {known.length === 0 && <p>{t('unmeasured')}</p>}
    </Part>
  );
}

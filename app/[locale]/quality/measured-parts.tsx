import { useFormatter, useTranslations } from 'next-intl';
import { Bars } from '@/components/charts/bars';
import { ConfusionMatrix } from '@/components/charts/confusion-matrix';
import { confusionRows } from '@/components/charts/confusion-rows';
import { percent } from '@/components/charts/figures';
import { type ExperimentResults, layerRows } from '@/lib/quality/experiment-results';
import { type Quality } from '@/lib/quality/quality';
import { networkKinds } from '@/lib/vision/embedding';
import { Part } from './part';
import { ReproductionsPart } from './reproductions-part';
import { LimitCharts, RetrievalCharts } from './retrieval-charts';
import { type SiteQuality } from './site-quality';
import { WrongWorks } from './wrong-works';

const movementsShown = 16;

interface MeasuredPartsProps {
  quality: Quality;
  site: SiteQuality;
}

/** What was measured of the recipe: how often it is right, what it confuses, which layer sees style, its mistakes. */
export function MeasuredParts({ quality, site: { experiments, samples } }: MeasuredPartsProps) {
  const t = useTranslations('quality');
  const { movement_confusion: confusion } = quality;
  return (
    <>
      <Part id="retrieval" title={t('retrieval.title')} figures={<RetrievalCharts quality={quality} />}>
        <p>{t('retrieval.text')}</p>
        {quality.figures.some(({ recipe }) => recipe === 'article') && <p>{t('retrieval.article')}</p>}
        {quality.recipe === 'lite' && <p>{t('retrieval.lite')}</p>}
      </Part>
      <Part id="less" title={t('limits.title')} figures={<LimitCharts quality={quality} />}>
        <p>{t('limits.text')}</p>
      </Part>
      <ReproductionsPart figures={quality.reproductions} />
      {confusion && (
        <Part
          id="confusion"
          title={t('confusion.title')}
          figures={
            <ConfusionMatrix
              title={t('confusion.chart')}
              rows={confusionRows(confusion, movementsShown)}
              note={t('confusion.note')}
            />
          }
        >
          <p>{t('confusion.text')}</p>
        </Part>
      )}
      {experiments && <LayersPart experiments={experiments} />}
      <WrongPart quality={quality} samples={samples} />
    </>
  );
}

function LayersPart({ experiments }: { experiments: ExperimentResults }) {
  const t = useTranslations('quality.layers');
  const format = useFormatter();
  const layers = layerRows(experiments);
  const [best] = experiments.rows;
  if (layers.length === 0 || !best) return null;
  const bars = layers.map(({ layer, all }) => ({
    label: layer.replace('_', ', '),
    value: all.map_at_10,
    low: all.map_at_10_confidence_95[0],
    high: all.map_at_10_confidence_95[1],
  }));
  return (
    <Part
      id="layers"
      title={t('title')}
      figures={
        <div className="max-w-2xl">
          <Bars title={t('chart')} bars={bars} />
        </div>
      }
    >
      <p>
        {t.rich('text', {
          recipes: experiments.rows.length,
          pictures: experiments.pictures,
          first: percent(format, layers[0]?.all.map_at_10 ?? 0),
          last: percent(format, layers.at(-1)?.all.map_at_10 ?? 0),
          best: best.name,
          bestShare: percent(format, best.all.map_at_10),
          file: () => <code className="text-[0.9em]">docs/quality.md</code>,
        })}
      </p>
    </Part>
  );
}

function WrongPart({ quality, samples }: { quality: Quality; samples: SiteQuality['samples'] }) {
  const t = useTranslations('quality.wrong');
  const format = useFormatter();
  const { style, content } = quality.samples;
  return (
    <Part
      id="wrong"
      title={t('title')}
      wide
      figures={
        <div className="space-y-12">
          {networkKinds.map((kind) => (
            <section key={kind}>
              <h3 className="mb-4 border-t border-ink pt-2.5 font-semibold">{t(kind)}</h3>
              <WrongWorks kind={kind} answers={quality.samples[kind]} samples={samples} />
            </section>
          ))}
        </div>
      }
    >
      <p>
        {t('text', {
          works: style.works,
          style: percent(format, style.answered),
          content: percent(format, content.answered),
        })}
      </p>
      {samples.size === 0 && <p>{t('notHere')}</p>}
    </Part>
  );
}

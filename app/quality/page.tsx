import { type Metadata } from 'next';
import { Bars } from '@/components/charts/bars';
import { ConfusionMatrix } from '@/components/charts/confusion-matrix';
import { confusionRows } from '@/components/charts/confusion-rows';
import { percent } from '@/components/charts/figures';
import { StrengthChart } from '@/components/charts/strength-chart';
import { countLabel } from '@/components/works/artwork-label';
import { layerRows } from '@/lib/quality/experiment-results';
import { type Quality } from '@/lib/quality/quality';
import { networkKinds } from '@/lib/vision/embedding';
import { FitNotice } from './fit-notice';
import { LimitCharts, RetrievalCharts } from './retrieval-charts';
import { Part } from './part';
import { readSiteQuality, type SiteQuality } from './site-quality';
import { WrongWorks } from './wrong-works';

export const metadata: Metadata = {
  title: 'How well does it work?',
  description:
    'How often Gafu finds the same hand, what it takes for what, and what it gets wrong: measured.',
};

const movementsShown = 16;

export default async function QualityPage() {
  const site = await readSiteQuality();
  const { quality } = site;
  return (
    <div className="shell">
      <h1 className="max-w-[16ch] pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">
        How well does it work?
      </h1>
      <div className="mt-8 space-y-6 font-serif text-read">
        <FitNotice site={site} />
        {quality && <Opening quality={quality} />}
      </div>
      <div className="mt-14 space-y-16 md:mt-20 md:space-y-24">
        {quality && <Measured quality={quality} site={site} />}
        <Strength site={site} />
        <Part id="limits" title="What it cannot see">
          <p>
            The first layers of VGG19 see texture, colour and edges, a few dozen pixels at a time, of a
            picture that was made small. They know nothing of what is shown, of symbols, of who, when or why;
            a faithful copy is as good as the original, and the brushwork of a large canvas is lost before
            they look.
          </p>
          <p>
            They learned from photographs of today, mostly from the West. The paintings that the shipped
            figures rest on are mostly European, and say little of how ink on silk or painted cloth will fare.
            An artist who changed manner counts as wrong in one of them, and a pupil who paints like the
            master counts as wrong however like he is: a label is not a style.
          </p>
        </Part>
        <Part id="yourself" title="Measure it yourself">
          <p>With pictures whose artists you know, in a folder with a list of them:</p>
          <pre className="overflow-x-auto bg-plinth p-4 font-mono text-fine" tabIndex={0}>
            {
              'gafu evaluate --images DIR --manifest CSV --label artist --folds 5 --search-in all\ngafu calibrate --images DIR --manifest CSV'
            }
          </pre>
          <p>
            The first prints the figures; the second measures what this page draws, for the recipe that is
            set.
          </p>
        </Part>
      </div>
    </div>
  );
}

function Opening({ quality }: { quality: Quality }) {
  const figures = quality.figures.find(
    ({ recipe, label }) => recipe === quality.recipe && label === 'artist',
  );
  if (!figures) return null;
  return (
    <p className="max-w-prose">
      {countLabel(figures.queries)} paintings by {figures.classes} artists were each looked for among all{' '}
      {countLabel(quality.pictures)}, by a projection that had seen none by their artist. The nearest is by
      the same artist in <strong className="font-semibold">{percent(figures.precision_at_1.value)}</strong>; a
      blind guess is right in {percent(figures.chance)}. That is far from certain, and far from chance.
    </p>
  );
}

function Measured({ quality, site }: { quality: Quality; site: SiteQuality }) {
  const { movement_confusion: confusion, samples } = quality;
  const layers = site.experiments ? layerRows(site.experiments) : [];
  const best = site.experiments?.rows[0];
  return (
    <>
      <Part id="retrieval" title="How often it is right" figures={<RetrievalCharts quality={quality} />}>
        <p>
          A hit is right when it has the label of the work asked with. The first ten are judged by their
          order: the mean of what is right among the first one, two … ten (mAP@10). The article is the one of
          2019 that Gafu began from. Scans of one and the same picture are left out.
        </p>
        {quality.recipe === 'lite' && (
          <p>
            The compact network learned from paintings by other artists what VGG19 says of them. The recipe
            “default” is VGG19 itself, asked the very same.
          </p>
        )}
      </Part>
      <Part id="less" title="Where it is right less often" figures={<LimitCharts quality={quality} />}>
        <p>
          Both are reasons to read a list of hits as a proposal. What is rare is drowned by what is common,
          and a museum’s lamp is part of what the network takes for a style.
        </p>
      </Part>
      {confusion && (
        <Part
          id="confusion"
          title="What it takes for what"
          figures={
            <ConfusionMatrix
              title="First ten hits, by movement"
              rows={confusionRows(confusion, movementsShown)}
              note="A row asked, a column found, in % of the row’s first ten hits; outlined is the row’s own."
            />
          }
        >
          <p>
            Movements that lie near each other in time and hand are taken for each other, which is as it
            should be: where one ends and the next begins, books do not agree either.
          </p>
        </Part>
      )}
      {layers.length > 0 && best && (
        <Part
          id="layers"
          title="Which layer sees style"
          figures={
            <div className="max-w-2xl">
              <Bars
                title="The first ten hits by the same artist, from one layer"
                bars={layers.map(({ layer, all }) => ({
                  label: layer.replace('_', ', '),
                  value: all.map_at_10,
                  low: all.map_at_10_confidence_95[0],
                  high: all.map_at_10_confidence_95[1],
                }))}
              />
            </div>
          }
        >
          <p>
            {site.experiments?.rows.length} recipes were compared on{' '}
            {countLabel(site.experiments?.pictures ?? 0)} paintings. One layer alone, the first is right in{' '}
            {percent(layers[0]?.all.map_at_10 ?? 0)} and the last in{' '}
            {percent(layers.at(-1)?.all.map_at_10 ?? 0)}. The best of all, {best.name}, is right in{' '}
            {percent(best.all.map_at_10)}. Every figure is in{' '}
            <code className="text-[0.9em]">docs/quality.md</code>.
          </p>
        </Part>
      )}
      <Part
        id="wrong"
        title="What it gets wrong"
        wide
        figures={
          <div className="space-y-12">
            {networkKinds.map((kind) => (
              <section key={kind}>
                <h3 className="mb-4 border-t border-ink pt-2.5 font-semibold">
                  {kind === 'style' ? 'Asked for the same style' : 'Asked for the same content'}
                </h3>
                <WrongWorks kind={kind} answers={samples[kind]} samples={site.samples} />
              </section>
            ))}
          </div>
        }
      >
        <p>
          Of the sample collection both are known: {samples.style.works} works, twelve painters and twelve
          subjects. Four of the first five hits have the painter in {percent(samples.style.answered)} of
          works, three of five the subject in {percent(samples.content.answered)}. Below are the worst.
        </p>
      </Part>
    </>
  );
}

function Strength({ site: { scales } }: { site: SiteQuality }) {
  const known = networkKinds.flatMap((kind) => {
    const scale = scales[kind];
    return scale ? [{ kind, scale }] : [];
  });
  const isOwn = known.every(({ scale }) => scale.source === 'collection');
  return (
    <Part
      id="strength"
      title="How strong a match is"
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
      <p>
        Some works are close to each other by mere chance. So each hit is held against pairs of works
        {isOwn ? ' of this collection' : ' that the recipe was measured on'}: “closer than 99.7 % of pairs”
        says how rarely two of them are as close. It does not say how alike they are, nor by whom.
      </p>
      <p>
        Under the line, works taken at random are as close more often than works that belong together. Matches
        there are weak. Above it they are not therefore right: the line keeps out what is surely nothing.
      </p>
      {known.length === 0 && <p>Here nothing has been measured yet: it needs fifty works.</p>}
    </Part>
  );
}

import type { ListedPicture } from '@/lib/evaluate/pictures/listed-pictures';
import { measurePictures, type MeasuredPictures } from '@/lib/evaluate/pictures/measured-pictures';
import {
  kindsFittedAgainst,
  type ReproductionChoice,
} from '@/lib/evaluate/reproductions/reproduction-source';
import type { Extractor, LayerStatistic } from '@/lib/vision/extractor';
import { viewId } from '@/lib/vision/view';
import type { Candidate } from './candidates';
import { measuredFor } from './derived-descriptors';
import { askedKinds } from './judge';

export interface MeasuringMeans {
  readonly extractor: Extractor;
  readonly dataDir: string;
  /** Of how many pictures reproductions are made: those asked with, and those that candidates are fitted against. */
  readonly reproduced: number;
  readonly onProgress: (view: string, done: number, total: number) => void;
}

/** Statistics of pictures by view, measured when first needed: all that any candidate needs, in one pass. */
export class MeasuredViews {
  private readonly known = new Map<string, Promise<MeasuredPictures>>();

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly pictures: Readonly<Record<Candidate['pictures'], readonly ListedPicture[]>>,
    private readonly means: MeasuringMeans,
  ) {}

  /** One per view of the candidate. */
  of({ views, pictures }: Candidate): Promise<MeasuredPictures[]> {
    return Promise.all(
      views.map((view) => {
        const name = `${viewId(view)} of ${pictures}`;
        const known =
          this.known.get(name) ??
          measurePictures(
            this.pictures[pictures].map(({ path }) => path),
            this.statisticsOf(viewId(view), pictures),
            {
              ...this.means,
              view,
              reproduced: this.reproducedFor(viewId(view), pictures),
              onProgress: (done, total) => this.means.onProgress(name, done, total),
            },
          );
        this.known.set(name, known);
        return known;
      }),
    );
  }

  /** What is asked with, and what a candidate is fitted against. */
  private reproducedFor(view: string, pictures: Candidate['pictures']): ReproductionChoice {
    const fitted = this.candidates
      .filter((one) => one.pictures === pictures && one.views.some((own) => viewId(own) === view))
      .flatMap(({ projection }) => (projection.kind === 'wccn' ? kindsFittedAgainst(projection) : []));
    return { kinds: [...new Set([...askedKinds, ...fitted])], count: this.means.reproduced };
  }

  async close(): Promise<void> {
    for (const measured of this.known.values()) await (await measured).close();
  }

  private statisticsOf(view: string, pictures: Candidate['pictures']): LayerStatistic[] {
    const using = this.candidates.filter(
      (candidate) => candidate.pictures === pictures && candidate.views.some((own) => viewId(own) === view),
    );
    return using.flatMap(({ descriptors, projection }) =>
      descriptors.flatMap(({ layers, statistic }) => {
        const measured = [
          ...measuredFor(statistic),
          ...(needsQuarters(projection.kind) ? (['quarters'] as const) : []),
        ];
        return layers.flatMap((layer) => measured.map((one) => ({ layer, statistic: one })));
      }),
    );
  }
}

/** Whether a reduction is fitted on parts of pictures too. */
function needsQuarters(kind: Candidate['projection']['kind']): boolean {
  return kind !== 'pca' && kind !== 'pca-whitened';
}

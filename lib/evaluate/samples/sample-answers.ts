import path from 'node:path';
import { type StrengthFile } from '@/lib/search/strength/strength-file';
import { distributionOf } from '@/lib/search/strength/distribution';
import { samplePairs } from '@/lib/search/strength/pairs';
import { type Embedding, type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { loadSpace } from '@/lib/vision/node/projection-store';
import { statisticsOf, type Recipe } from '@/lib/vision/recipes';
import { knownAnswerRules, knownAnswers } from './known-answers';
import { readListedPictures } from '../pictures/listed-pictures';
import { measurePictures } from '../pictures/measured-pictures';
import { embedAll } from '../projections/projections';
import type { SampleAnswers, SampleWork } from '@/lib/quality/quality';
import { rankAll, rankingOf } from '../metrics/rank-all';
import type { EvaluationMeans } from '../run-evaluation';

/** The sample collection, embedded by a recipe's shipped projection of one kind, which was not fitted on it. */
export interface EmbeddedSamples {
  readonly works: readonly SampleWork[];
  readonly embeddings: readonly Embedding[];
}

/**
 * Both kinds, from one pass over each picture.
 * @param samplesDir the folder with `manifest.csv` and `works/`
 */
export async function embedSamples(
  recipe: Recipe,
  samplesDir: string,
  { extractor, modelsDir, dataDir, onProgress }: EvaluationMeans,
): Promise<Readonly<Record<NetworkKind, EmbeddedSamples>>> {
  const columns = ['title', 'artist', 'subject'] as const;
  const pictures = await readListedPictures(
    path.join(samplesDir, 'manifest.csv'),
    path.join(samplesDir, 'works'),
    columns,
  );
  const paths = pictures.map((picture) => picture.path);
  const wanted = networkKinds.flatMap((kind) => statisticsOf(recipe.embeddings[kind], { fitting: false }));
  const measured = await measurePictures(paths, wanted, {
    extractor,
    view: recipe.view,
    dataDir,
    onProgress: (done, total) => onProgress?.('samples', done, total),
  });
  try {
    const works = pictures.map(({ file, columns: { title = '', artist = '', subject = '' } }) => ({
      file,
      title,
      artist,
      subject,
    }));
    const embedded = async (kind: NetworkKind): Promise<EmbeddedSamples> => {
      const { projection } = await loadSpace(modelsDir, recipe, kind, extractor.network);
      return { works, embeddings: await embedAll(measured, paths, recipe.embeddings[kind], projection) };
    };
    return { style: await embedded('style'), content: await embedded('content') };
  } finally {
    await measured.close();
  }
}

const wrongShown = 3;

/** How many works are answered, and those whose first hits are worst: one a painter (style) or subject (content). */
export function sampleAnswers({ works, embeddings }: EmbeddedSamples, kind: NetworkKind): SampleAnswers {
  const { answered, precision, separation } = knownAnswers(
    works.map(({ artist, subject }) => ({ painter: artist, subject })),
    embeddings,
    kind,
  );
  const of = ({ artist, subject }: SampleWork) =>
    knownAnswerRules[kind].by === 'painter' ? artist : subject;
  const asked = rankAll(embeddings, {
    depth: knownAnswerRules[kind].hits,
    ranking: rankingOf(kind),
  }).flatMap((ranking, index) => {
    const query = works[index];
    if (!query) return [];
    const hits = ranking.flatMap((hit) => {
      const work = works[hit];
      return work ? [{ ...work, right: of(work) === of(query) }] : [];
    });
    return [{ query, hits, right: hits.filter(({ right }) => right).length }];
  });
  const seen = new Set<string>();
  const wrong = asked
    .filter(({ right, hits }) => right < hits.length)
    .sort((a, b) => a.right - b.right)
    .filter(({ query }) => !seen.has(of(query)) && seen.add(of(query)))
    .slice(0, wrongShown)
    .map(({ query, hits }) => ({ query, hits }));
  return { works: works.length, answered, precision, separation, wrong };
}

/** How close works of the sample collection are to each other: at random, and of one subject. */
export function sampleStrength(
  { works, embeddings }: EmbeddedSamples,
  space: { readonly id: string; readonly projectionId: string },
  pairs: number,
): StrengthFile['kinds']['content'] {
  const { random, same } = samplePairs(
    { vectors: embeddings, labels: works.map(({ subject }) => subject) },
    pairs,
  );
  return {
    space_id: space.id,
    projection_id: space.projectionId,
    measured_on: `the sample collection (${works.length} works), by the shipped projection, which was not fitted on it`,
    works: works.length,
    label: 'subject',
    random: withArray(distributionOf(random)),
    same: withArray(distributionOf(same)),
  };
}

/** Zod's types are of arrays that may be written to. */
export function withArray({ count, quantiles }: ReturnType<typeof distributionOf>) {
  return { count, quantiles: [...quantiles] };
}

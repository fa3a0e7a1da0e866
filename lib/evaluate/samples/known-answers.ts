import { dot } from '@/lib/vision/dot';
import type { Embedding, NetworkKind } from '@/lib/vision/embedding';
import { mean } from '../metrics/metrics';
import { rankAll, rankingOf, type Ranking } from '../metrics/rank-all';

/** A work of which both the style (its painter) and the subject are known, as all of the sample collection are. */
export interface KnownWork {
  readonly painter: string;
  readonly subject: string;
}

/** A query is answered when at least `needed` of its first `hits` hits share its painter or subject. */
export const knownAnswerRules = {
  style: { by: 'painter', hits: 5, needed: 4 },
  content: { by: 'subject', hits: 5, needed: 3 },
} as const satisfies Record<NetworkKind, { by: keyof KnownWork; hits: number; needed: number }>;

/** The share of works that must be answered. */
export const knownAnswerShare = 0.9;

interface Tally {
  readonly works: number;
  /** Share of works that are answered. */
  readonly answered: number;
  /** Mean share of right hits among the first five. */
  readonly precision: number;
}

export interface KnownAnswers extends Tally {
  readonly kind: NetworkKind;
  /**
   * How well the space separates style from content, without a threshold: of all triples (query, work by the same
   * painter of another subject, work of the same subject by another painter) the share in which the one that this
   * kind of search is for is nearer. 0.5 is chance, ties count half.
   */
  readonly separation: number;
  /** By painter (style) or subject (content), worst first. */
  readonly groups: readonly (Tally & { readonly name: string })[];
}

/** Searches each work among all others, as a visitor would. */
export function knownAnswers(
  works: readonly KnownWork[],
  embeddings: readonly Embedding[],
  kind: NetworkKind,
  ranking: Ranking = rankingOf(kind),
): KnownAnswers {
  const { by, hits, needed } = knownAnswerRules[kind];
  const judged = rankAll(embeddings, { depth: hits, ranking }).map((ranking, query) => {
    const name = works[query]?.[by] ?? '';
    const right = ranking.filter((hit) => works[hit]?.[by] === name).length;
    return { name, precision: right / hits, answered: right >= needed ? 1 : 0 };
  });
  const tally = (chosen: typeof judged): Tally => ({
    works: chosen.length,
    answered: mean(chosen.map(({ answered }) => answered)),
    precision: mean(chosen.map(({ precision }) => precision)),
  });
  const names = [...new Set(judged.map(({ name }) => name))];
  const groups = names.map((name) => ({ name, ...tally(judged.filter((one) => one.name === name)) }));
  groups.sort((a, b) => a.answered - b.answered || a.precision - b.precision);
  return { kind, ...tally(judged), separation: separation(works, embeddings, kind), groups };
}

function separation(
  works: readonly KnownWork[],
  embeddings: readonly Embedding[],
  kind: NetworkKind,
): number {
  const shares = works.flatMap((work, query) => {
    const similaritiesTo = (wanted: (other: KnownWork) => boolean) =>
      works.flatMap((other, index) =>
        index !== query && wanted(other)
          ? [dot(embeddings[query] ?? new Float32Array(), embeddings[index] ?? new Float32Array())]
          : [],
      );
    const sameLook = similaritiesTo(
      ({ painter, subject }) => painter === work.painter && subject !== work.subject,
    );
    const samePicture = similaritiesTo(
      ({ painter, subject }) => painter !== work.painter && subject === work.subject,
    );
    const [wanted, unwanted] = kind === 'style' ? [sameLook, samePicture] : [samePicture, sameLook];
    if (wanted.length === 0 || unwanted.length === 0) return [];
    return [mean(wanted.flatMap((near) => unwanted.map((far) => (near > far ? 1 : near === far ? 0.5 : 0))))];
  });
  return mean(shares);
}

import { similaritiesWith, type Similarities } from './similarities';

/** The works that a name is shared by, and the one that is most like the others of them. */
export interface TypicalWork {
  readonly name: string;
  /** An index. */
  readonly work: number;
  readonly works: number;
}

/**
 * For each of the most frequent names the work that all works of that name are nearest to on average.
 * @param names of each work; null: none
 * @param worksMin fewer works than these make no group
 */
export function typicalWorks(
  similarities: Similarities,
  names: readonly (string | null)[],
  { worksMin, namesMax }: { readonly worksMin: number; readonly namesMax: number },
): readonly TypicalWork[] {
  const groups = new Map<string, number[]>();
  for (const [work, name] of names.entries())
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), work]);
  return [...groups]
    .map(([name, works]) => ({ name, works }))
    .filter(({ works }) => works.length >= worksMin)
    .sort((a, b) => b.works.length - a.works.length || (a.name < b.name ? -1 : 1))
    .slice(0, namesMax)
    .map(({ name, works }) => ({ name, work: mostLike(similarities, works), works: works.length }));
}

function mostLike(similarities: Similarities, works: readonly number[]): number {
  let best = { work: works[0] ?? 0, sum: -Infinity };
  for (const work of works) {
    const own = similaritiesWith(similarities, work);
    const sum = works.reduce((all, other) => all + (own[other] ?? 0), 0);
    if (sum > best.sum) best = { work, sum };
  }
  return best.work;
}
